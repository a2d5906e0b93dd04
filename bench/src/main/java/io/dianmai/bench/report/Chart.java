package io.dianmai.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The figures that have a goal as bars beside their goal, drawn as SVG that can be read on light and on dark ground. */
public final class Chart {
    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #1f2933; }
            .head { font-weight: 600; }
            .dim { fill: #5f6b76; }
            .met { fill: #0f8b6d; }
            .missed { fill: #c2571a; }
            .ground { fill: #e6eaee; }
            .goal { stroke: #1f2933; stroke-width: 2; }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6eaee; }
              .dim { fill: #9aa7b3; }
              .met { fill: #3cc9a3; }
              .missed { fill: #f0924f; }
              .ground { fill: #2c3640; }
              .goal { stroke: #e6eaee; }
            }
            """;

    private static final int WIDTH = 860;
    private static final int ROW = 30;
    private static final int LEFT = 245;
    private static final int BAR = 330;
    /** Where on the bar the goal stands. */
    private static final double GOAL_AT = 0.5;

    private final JsonNode results;
    private final StringBuilder svg = new StringBuilder();
    private int y = 20;

    private Chart(JsonNode results) {
        this.results = results;
    }

    /** Draws all that was measured into a file. */
    public static void draw(Report report, JsonNode results, Path file) {
        var chart = new Chart(results);
        chart.section("More is better: the bar should reach the line", report.moreIsBetter());
        chart.section("Less is better: the bar should stay before the line", report.lessIsBetter());
        try {
            Files.writeString(file, chart.whole(report.title()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void section(String title, List<Goal> goals) {
        text(0, "head", title);
        y += ROW;
        for (Goal goal : goals) {
            row(goal);
            y += ROW;
        }
        y += ROW / 2;
    }

    private void row(Goal goal) {
        text(0, "", goal.label());
        if (goal.target() > 0) {
            rectangle("ground", BAR);
        }
        Double figure = goal.figureIn(results);
        if (figure == null) {
            text(goal.target() > 0 ? LEFT + BAR + 15 : LEFT, "dim", "not measured");
        } else if (goal.target() == 0) {
            text(LEFT, "", goal.text(figure));
        } else {
            boolean met = goal.isMetBy(figure);
            double share = Math.min(1, figure / goal.target() * GOAL_AT);
            rectangle(met ? "met" : "missed", Math.max(2, (int) (BAR * share)));
            text(LEFT + BAR + 15, "", goal.text(figure) + (met ? "  ✓ " : "  ✗ ") + goal.promise());
        }
        if (goal.target() > 0) {
            int x = LEFT + (int) (BAR * GOAL_AT);
            svg.append(
                    "<line class=\"goal\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n".formatted(x, x, y - 15, y + 6));
        }
    }

    private void text(int x, String style, String text) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(style, x, y, text));
    }

    private void rectangle(String style, int width) {
        svg.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" rx=\"3\"/>%n"
                .formatted(style, LEFT, y - 12, width));
    }

    private String whole(String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -5 %1$d %2$d" width="%1$d" height="%2$d" role="img">
                <title>%5$s</title>
                <style>
                %3$s</style>
                %4$s</svg>
                """.formatted(WIDTH, y, STYLE, svg, title);
    }
}
