package vn.hue.earchive.bench.powercut;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * {@code EXT4_IOC_SHUTDOWN}: from that moment the file system writes nothing more, not even its
 * journal, as if the power had gone; whoever asks gets an I/O error.
 */
@SuppressWarnings("restricted") // the wrapper script allows it
final class Shutdown {

    private static final long EXT4_IOC_SHUTDOWN = 0x8004587DL;
    private static final int NO_LOG_FLUSH = 2;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN =
            function(
                    "open",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle IOCTL =
            function(
                    "ioctl",
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS));
    private static final MethodHandle CLOSE =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().find("close").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private Shutdown() {}

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().find(name).orElseThrow(),
                type,
                Linker.Option.firstVariadicArg(2));
    }

    /**
     * @param mounted where an ext4 is mounted; needs root
     */
    static void of(Path mounted) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int folder = (int) OPEN.invokeExact(arena.allocateFrom(mounted.toString()), 0);
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, NO_LOG_FLUSH);
            int answer = folder < 0 ? -1 : (int) IOCTL.invokeExact(folder, EXT4_IOC_SHUTDOWN, how);
            if (folder >= 0) {
                int ignored = (int) CLOSE.invokeExact(folder);
            }
            if (answer != 0) {
                throw new IOException("The kernel does not shut down the file system " + mounted);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
