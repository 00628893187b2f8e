package org.fairlead.itests.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.fairlead.itests.figure.Figure.Goal;
import org.jspecify.annotations.Nullable;

/** Collects the figures of one run, prints each as it comes and gives the exit status at the end. */
public final class Figures {

    private static final int EXIT_SHORT = 1;

    private final PrintStream out;
    private final String run;
    private final long seed;
    private final List<Figure> figures = new ArrayList<>();

    /** @param run what was run, such as {@code floor} */
    public Figures(PrintStream out, String run, long seed) {
        this.out = out;
        this.run = run;
        this.seed = seed;
    }

    public void add(String name, double value, String unit, @Nullable Goal goal) {
        Figure figure = new Figure(name, value, unit, goal);
        figures.add(figure);
        out.println(figure.line());
    }

    public void report(String name, double value, String unit) {
        add(name, value, unit, null);
    }

    /** A percentile in milliseconds of a histogram in microseconds; NaN, and so short of any goal, when it is empty. */
    public void percentile(String name, Histogram micros, double percentile, @Nullable Goal goal) {
        double value = micros.getTotalCount() == 0 ? Double.NaN : micros.getValueAtPercentile(percentile) / 1000.0;
        add(name, value, "ms", goal);
    }

    public List<Figure> all() {
        return List.copyOf(figures);
    }

    /** 0 when every figure reaches its goal, else 1. */
    public int exitStatus() {
        return figures.stream().allMatch(Figure::ok) ? 0 : EXIT_SHORT;
    }

    /** Writes the figures with the machine, the commit and the seed. */
    public void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("run", run);
        root.put("seed", seed);
        root.set("machine", json.valueToTree(Machine.here()));
        root.put("commit", Machine.commit());
        ArrayNode list = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode one = list.addObject();
            one.put("name", figure.name()).put("value", figure.value()).put("unit", figure.unit());
            Goal goal = figure.goal();
            if (goal != null) {
                one.put("goal", goal.comparison().sign() + " " + goal.bound());
            }
            one.put("ok", figure.ok());
        }
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }
}
