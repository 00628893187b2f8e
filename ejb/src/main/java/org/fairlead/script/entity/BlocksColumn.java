package org.fairlead.script.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.fairlead.script.ScriptBlock;
import org.fairlead.shared.Json;

/** A version's blocks in their order, kept as one document: they are read, approved and retired together. */
@Converter
public class BlocksColumn implements AttributeConverter<List<ScriptBlock>, String> {

    private static final TypeReference<List<ScriptBlock>> BLOCKS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<ScriptBlock> blocks) {
        return Json.write(blocks);
    }

    @Override
    public List<ScriptBlock> convertToEntityAttribute(String json) {
        return Json.read(json, BLOCKS);
    }
}
