package vn.hue.earchive.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import vn.hue.earchive.local.component.StackFailure;
import vn.hue.earchive.local.stack.DemoData;
import vn.hue.earchive.local.stack.StackClient;
import vn.hue.earchive.local.stack.StatusLine;

/**
 * The whole suite on the build's stack: the packaged services as processes, beside the places that
 * the modules' tests have there, with the demo data of {@code deploy/up} loaded. For tests that
 * walk through the gateway, and that kill what they walk on.
 */
public final class TestSuite {

    private final StackClient stack;
    private final Path home;

    private TestSuite(StackClient stack, Path home) {
        this.stack = stack;
        this.home = home;
    }

    /** Starts what does not run yet and loads the demo data that is not there yet. */
    public static TestSuite start() {
        try {
            TestSuite suite = new TestSuite(TestStack.connect(), TestStack.home());
            suite.heal();
            new DemoData(ProjectRoot.find(), suite.address("gateway"), suite.address("keycloak"))
                    .load(TestSuite::tell);
            return suite;
        } catch (IOException e) {
            throw new StackFailure("The suite cannot be started for the tests: " + e, e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Starts again what has died; returns when everything is ready. */
    public void heal() {
        try {
            stack.start(List.of("services"), TestSuite::tell);
        } catch (IOException e) {
            throw new StackFailure("The supervisor cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Base URL of a service, or where a component is reached. */
    public String address(String name) {
        return line(name).address();
    }

    /** The process of a service or component, 0 when it does not run. */
    public long pid(String name) {
        return line(name).pid();
    }

    /** Names of all services and components. */
    public List<String> names() {
        return lines().stream().map(StatusLine::name).toList();
    }

    /** The configuration with which a service was started last, by property name. */
    public Properties configuration(String service) {
        Properties properties = new Properties();
        Path file = home.resolve("run").resolve(service).resolve("application.properties");
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new StackFailure(service + " has left no configuration: " + e, e);
        }
        return properties;
    }

    /** What a service or component has printed since its last start. */
    public Path log(String name) {
        return home.resolve("log").resolve(name + ".log");
    }

    /** The password of the demo users. */
    public String password() {
        return DemoData.PASSWORD;
    }

    private StatusLine line(String name) {
        return lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name));
    }

    private List<StatusLine> lines() {
        try {
            return stack.status();
        } catch (IOException e) {
            throw new StackFailure("The supervisor cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void tell(String line) {
        System.out.println("suite " + line);
    }

    private static StackFailure interrupted() {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted while the suite was starting");
    }
}
