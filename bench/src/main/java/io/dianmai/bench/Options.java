package io.dianmai.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one bench is given.
 *
 * @param repository the folder with the built modules
 * @param profile whether the engine records where its time goes, into {@code bench/target}
 * @param sizes of this bench
 */
public record Options(Path repository, boolean profile, Map<String, Integer> sizes) {
    /** The bench's own sizes with those of the user over them; sizes of other benches are left out. */
    static Options of(Bench bench, Command command, Path repository) {
        Map<String, Integer> sizes = new TreeMap<>(bench.sizes());
        sizes.replaceAll(command.sizes()::getOrDefault);
        return new Options(repository, command.profile(), sizes);
    }

    public int size(String name) {
        Integer size = sizes.get(name);
        if (size == null) {
            throw new IllegalArgumentException("this bench has no size " + name);
        }
        return size;
    }
}
