package io.dianmai.local.sample;

import io.dianmai.local.process.LaunchFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * The sample group: {@code feed} registers it and tells its history, {@code live} tells what happens from then on. For a
 * platform under the profile {@code local} only, which alone has the sign-in that this begins with.
 */
public final class SampleGroup {
    private SampleGroup() {}

    /** Exit code 0: done; 1: it failed, and the last line says why; 2: called wrongly. */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out));
    }

    private static int run(List<String> arguments, PrintStream out) {
        try {
            SampleSettings settings = SampleSettings.from(System.getenv());
            var gateway = new GatewayClient(settings.gateway());
            return switch (String.join(" ", arguments)) {
                case "feed" -> {
                    new Feed(settings, gateway, Clock.systemUTC(), out).run();
                    yield 0;
                }
                case "live" -> {
                    new Live(settings, gateway, Clock.systemUTC(), out).run();
                    yield 0;
                }
                default -> {
                    out.println("usage: SampleGroup feed | live");
                    yield 2;
                }
            };
        } catch (LaunchFailure failure) {
            out.println("sample group: " + failure.getMessage() + ". " + failure.advice());
            return 1;
        }
    }
}
