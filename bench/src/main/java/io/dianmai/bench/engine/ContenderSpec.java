package io.dianmai.bench.engine;

import io.dianmai.local.process.ChildSpec;
import io.dianmai.local.process.JavaCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a contender is started.
 *
 * @param application id, which is also its name as a process
 * @param state folder of its local state
 * @param heap in megabytes
 * @param recording where it writes what its time goes into, if it shall
 */
public record ContenderSpec(
        String bootstrapServers,
        String application,
        Path state,
        int threads,
        int heap,
        @Nullable Path recording) {
    /** The KPI engine alone, as a process. */
    public ChildSpec engine() {
        return of(Contender.ENGINE);
    }

    ChildSpec of(Contender contender) {
        JavaCommand java = JavaCommand.withHeap(heap).with("--enable-native-access=ALL-UNNAMED");
        if (recording != null) {
            java.with("-XX:FlightRecorderOptions=stackdepth=256")
                    .with("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        }
        List<String> command = java.main(
                System.getProperty("java.class.path"),
                ContenderProcess.class.getName(),
                contender.name(),
                bootstrapServers,
                "application-id=" + application,
                "state-dir=" + state,
                "threads=" + threads);
        return new ChildSpec(application, command, Map.of(), state);
    }
}
