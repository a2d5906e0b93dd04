package io.dianmai.lead.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.kit.test.MemoryStore;
import io.dianmai.lead.notebook.Notebook.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class NotebookTests {
    private final MemoryStore store = new MemoryStore();

    @AfterEach
    void close() {
        store.close();
    }

    record Tally(int count) {}

    @Test
    void losesNothingOfWhatManyCountOnTwoInstances() {
        List<Notebook<Tally>> instances = List.of(instance(), instance());
        List<Set<String>> pages = List.of(Set.of("a", "b", "c"), Set.of("c", "b"), Set.of("a"), Set.of("c", "a"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int turn = 0; turn < 80; turn++) {
                Notebook<Tally> instance = instances.get(turn / 4 % 2);
                Set<String> ids = pages.get(turn % 4);
                threads.execute(() -> instance.changeAll(ids, NotebookTests::oneMore));
            }
        }

        Notebook<Tally> instance = instance();
        assertThat(instance.find("a").count()).isEqualTo(60);
        assertThat(instance.find("b").count()).isEqualTo(40);
        assertThat(instance.find("c").count()).isEqualTo(60);
    }

    /** Only those that somebody else has changed are asked for once more. */
    @Test
    void asksAgainWhereSomebodyElseWasFaster() {
        Notebook<Tally> notebook = instance();
        Notebook<Tally> other = instance();
        other.changeAll(Set.of("a", "b"), NotebookTests::oneMore);
        var asked = new ArrayList<Map<String, Tally>>();
        Map<String, String> results = notebook.changeAll(Set.of("a", "b", "new"), before -> {
            asked.add(before);
            if (asked.size() == 1) {
                other.changeAll(Set.of("b", "new"), NotebookTests::oneMore);
            }
            return oneMore(before);
        });

        assertThat(asked)
                .containsExactly(
                        Map.of("a", new Tally(1), "b", new Tally(1), "new", new Tally(0)),
                        Map.of("b", new Tally(2), "new", new Tally(1)));
        assertThat(results).isEqualTo(Map.of("a", "was 1", "b", "was 2", "new", "was 1"));
        assertThat(other.find("b")).isEqualTo(new Tally(3));
        assertThat(other.find("new")).isEqualTo(new Tally(2));
    }

    @Test
    void writesNothingWhereNothingChanges() {
        Notebook<Tally> notebook = instance();
        String said = notebook.change("a", before -> new Change<>(before, "nothing"));

        assertThat(said).isEqualTo("nothing");
        assertThat(store.operations()).containsExactly("find tallies");
    }

    @Test
    void givesUpWhenOthersKeepChangingIt() {
        Notebook<Tally> notebook = instance();
        Notebook<Tally> other = instance();
        assertThatThrownBy(() -> notebook.changeAll(Set.of("a"), before -> {
                    other.changeAll(Set.of("a"), NotebookTests::oneMore);
                    return oneMore(before);
                }))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("tallies");
        assertThat(other.find("a").count()).isEqualTo(50);
    }

    private static BiFunction<String, Tally, Change<Tally, String>> oneMore(Map<String, Tally> before) {
        return (id, tally) -> {
            assertThat(before).containsEntry(id, tally);
            return new Change<>(new Tally(tally.count() + 1), "was " + tally.count());
        };
    }

    private Notebook<Tally> instance() {
        return new Notebook<>(store.mongo(), "tallies", Tally.class, new Tally(0));
    }
}
