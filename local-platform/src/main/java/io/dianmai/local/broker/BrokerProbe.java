package io.dianmai.local.broker;

import io.dianmai.local.process.Readiness;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Ready when the broker names a node of its cluster. */
final class BrokerProbe implements Readiness {
    private final String bootstrapServers;
    private final Readiness port;

    BrokerProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.port =
                Readiness.listening(Integer.parseInt(bootstrapServers.substring(bootstrapServers.indexOf(':') + 1)));
    }

    @Override
    public boolean ready() {
        return port.ready() && namesItself();
    }

    private boolean namesItself() {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ATTEMPT.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ATTEMPT.toMillis());
        try (Admin admin = Admin.create(config)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ATTEMPT.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
