package org.fairlead.script.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.fairlead.shared.Json;

/** A version's title by language. */
@Converter
public class TitleColumn implements AttributeConverter<Map<String, String>, String> {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, String> words) {
        return Json.write(words);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String json) {
        return Json.read(json, WORDS);
    }
}
