package io.dianmai.local;

import io.dianmai.local.process.LaunchFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user asked for. */
sealed interface Command {
    /** Starts what does not run; {@code fresh} forgets all data first, {@code demo} feeds the sample group. */
    record Up(boolean fresh, boolean demo) implements Command {}

    record Down() implements Command {}

    record Status() implements Command {}

    record Logs(String name, int lines, boolean follow) implements Command {
        private static final int STANDARD_LINES = 100;
    }

    /** As many instances of a service as said. */
    record Scale(Service service, int instances) implements Command {}

    /** An access token for a person or a store system of the sample sign-ins. */
    record Token(String signIn) implements Command {}

    /** What was given up, of one topic or of all. */
    record DeadLetters(@Nullable String topic) implements Command {}

    static Command parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw misuse("no command was given");
        }
        List<String> options = arguments.subList(1, arguments.size());
        return switch (arguments.getFirst()) {
            case "up" -> up(options);
            case "down" -> without(options, new Down());
            case "status" -> without(options, new Status());
            case "logs" -> logs(options);
            case "scale" -> scale(options);
            case "dlq" -> new DeadLetters(options.isEmpty() ? null : single(options, "dlq [topic]"));
            case "token" -> new Token(single(options, "token <user|store system>"));
            default -> throw misuse("there is no command " + arguments.getFirst());
        };
    }

    private static Command up(List<String> options) {
        List<String> unknown = new ArrayList<>(options);
        boolean fresh = unknown.remove("--fresh");
        boolean demo = !unknown.remove("--no-demo");
        return without(unknown, new Up(fresh, demo));
    }

    private static Command logs(List<String> options) {
        List<String> rest = new ArrayList<>(options);
        boolean follow = rest.remove("-f");
        int lines = Logs.STANDARD_LINES;
        int flag = rest.indexOf("-n");
        if (flag >= 0) {
            if (flag + 1 == rest.size() || !rest.get(flag + 1).matches("\\d{1,6}")) {
                throw misuse("-n needs a number of lines");
            }
            lines = Integer.parseInt(rest.remove(flag + 1));
            rest.remove(flag);
        }
        return new Logs(single(rest, "logs <name> [-f] [-n <lines>]"), lines, follow);
    }

    private static Command scale(List<String> options) {
        String usage =
                "scale <lead-service|followup-service|aftersales-service|kpi-service> <1 to " + Instance.MOST + ">";
        if (options.size() != 2 || !options.get(1).matches("[1-9]")) {
            throw misuse("it is ./dianmai " + usage);
        }
        return Arrays.stream(Service.values())
                .filter(service ->
                        service != Service.GATEWAY && service.module().equals(options.getFirst()))
                .findFirst()
                .map(service -> new Scale(service, Integer.parseInt(options.get(1))))
                .orElseThrow(() -> misuse("it is ./dianmai " + usage));
    }

    private static Command without(List<String> options, Command command) {
        if (!options.isEmpty()) {
            throw misuse("there is no option " + options.getFirst());
        }
        return command;
    }

    private static String single(List<String> options, String usage) {
        if (options.size() != 1) {
            throw misuse("it is ./dianmai " + usage);
        }
        return options.getFirst();
    }

    private static LaunchFailure misuse(String problem) {
        return new LaunchFailure(problem, "./dianmai help shows what there is.");
    }
}
