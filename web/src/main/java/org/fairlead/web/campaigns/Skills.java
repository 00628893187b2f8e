package org.fairlead.web.campaigns;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fairlead.shared.Refused;

/** Skills as a person writes them: {@code lang:it 2, billing 1}. */
final class Skills {

    private Skills() {}

    static String written(Map<String, Integer> skills) {
        return new TreeMap<>(skills)
                .entrySet().stream()
                        .map(skill -> skill.getKey() + " " + skill.getValue())
                        .collect(Collectors.joining(", "));
    }

    static Map<String, Integer> read(String written) {
        Map<String, Integer> skills = new TreeMap<>();
        for (var one : written.split("[,\n]", -1)) {
            var halves = one.strip().split("\\s+", -1);
            if (one.isBlank()) {
                continue;
            }
            if (halves.length != 2 || !halves[1].matches("[1-5]")) {
                throw new Refused("setup.skills", one.strip());
            }
            skills.put(halves[0], Integer.valueOf(halves[1]));
        }
        return skills;
    }
}
