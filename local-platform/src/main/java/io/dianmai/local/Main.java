package io.dianmai.local;

import io.dianmai.local.process.LaunchFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The commands of {@code ./dianmai}, which builds first and hands everything but {@code test} and {@code help} to here. */
public final class Main {
    private static final String REPOSITORY = "dianmai.repository";

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Exit code 0: done; 1: it failed, and the last lines say why. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Main(out).run(List.of(args)));
    }

    private int run(List<String> arguments) {
        try {
            Path repository = Path.of(System.getProperty(REPOSITORY, ""));
            return execute(Command.parse(arguments), Settings.from(repository, System.getenv()));
        } catch (LaunchFailure failure) {
            out.flush();
            report(failure);
            return 1;
        }
    }

    private int execute(Command command, Settings settings) {
        return switch (command) {
            case Command.Up up -> new BringUp(new Platform(settings), new Progress(out)).run(up);
            case Command.Down _ -> new TakeDown(new Platform(settings), new Progress(out)).run();
            case Command.Status _ -> new StatusReport(new Platform(settings), Clock.systemUTC()).print(out);
            case Command.Logs logs -> new LogView(new Platform(settings)).print(logs, out);
            case Command.DeadLetters wanted ->
                new DeadLetterView(new Platform(settings).broker().bootstrapServers()).print(wanted.topic(), out);
            case Command.Scale scale -> new Scaling(new Platform(settings), new Progress(out)).run(scale);
            case Command.Token token -> {
                out.println(new AccessToken(settings).of(token.signIn()));
                yield 0;
            }
        };
    }

    private static void report(LaunchFailure failure) {
        System.err.println("dianmai: " + failure.getMessage() + ". " + failure.advice());
        failure.evidence().forEach(line -> System.err.println("    " + line));
    }
}
