package org.fairlead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator searches for: one number, one message. */
class LogNumbersTest {

    private static final Pattern NUMBER = Pattern.compile("\"(FL\\d{4}) ");

    @Test
    void eachNumberOfAMessageStandsOnceInTheSources() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (String module : List.of("ejb", "web")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    NUMBER.matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .map(found -> found.substring(1).strip())
                            .forEach(number -> places.merge(
                                    number, List.of(file.getFileName().toString()), LogNumbersTest::joined));
                }
            }
        }

        assertThat(places).hasSizeGreaterThan(30);
        assertThat(places.entrySet())
                .filteredOn(one -> one.getValue().size() > 1)
                .isEmpty();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toList());
    }
}
