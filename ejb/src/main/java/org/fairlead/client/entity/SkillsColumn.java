package org.fairlead.client.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.fairlead.shared.Json;

/** Skills with the least proficiency, kept as {@code {"lang:it": 2, "billing": 1}}. */
@Converter
public class SkillsColumn implements AttributeConverter<Map<String, Integer>, String> {

    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, Integer> skills) {
        return Json.write(skills);
    }

    @Override
    public Map<String, Integer> convertToEntityAttribute(String json) {
        return Json.read(json, SKILLS);
    }
}
