package vn.hue.earchive.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.hue.earchive.local.component.Folders;
import vn.hue.earchive.local.component.Profile;
import vn.hue.earchive.local.component.Site;

/**
 * The process that owns a stack's children. It lives until it is told to stop, gets a TERM, or the
 * process it watches ends; then it stops the children. If it is killed, its sentinel does.
 *
 * <p>Arguments: project root, stack folder, {@link Profile}, and optionally the pid of a process to
 * watch.
 */
public final class Supervisor {

    private Supervisor() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Path home = Path.of(args[1]);
        Profile profile = Profile.valueOf(args[2]);
        Files.createDirectories(home.resolve("run"));
        try (FileChannel channel =
                        FileChannel.open(
                                home.resolve("run/supervisor.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                System.out.println("Another supervisor owns " + home + "; leaving it alone.");
                return;
            }
            run(root, home, profile, List.of(args).subList(3, args.length));
        }
    }

    private static void run(Path root, Path home, Profile profile, List<String> watched)
            throws IOException, InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> endAndWait(end, ended)));
        try {
            Site site = Site.at(root, home, profile);
            List<String> stale = site.children().endStale();
            if (!stale.isEmpty()) {
                System.out.println("Ended what an earlier supervisor left: " + stale);
            }
            if (!profile.keepsData()) {
                Folders.delete(home.resolve("data"));
            }
            serve(site, new Stack(site), watched, end);
        } finally {
            ended.countDown();
        }
    }

    private static void serve(Site site, Stack stack, List<String> watched, CountDownLatch end)
            throws IOException, InterruptedException {
        try (ControlServer control = new ControlServer(site.home(), stack, end::countDown)) {
            System.out.println("Listening for orders: " + control);
            for (String pid : watched) {
                ProcessHandle.of(Long.parseLong(pid))
                        .ifPresentOrElse(
                                handle -> {
                                    var _ = handle.onExit().thenRun(end::countDown);
                                },
                                end::countDown);
            }
            end.await();
        } finally {
            stack.stop(System.out::println);
        }
    }

    private static void endAndWait(CountDownLatch end, CountDownLatch ended) {
        end.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
