package org.fairlead.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a contact needs said beside its script's own words: texts that a law wants, for whom it wants them said to. */
public interface AddedBlocks {

    /** In their order; empty for most contacts. They stand behind the script's first disclosure. */
    List<ScriptBlock> of(UUID contactId);

    /** What a block is called, by language; empty for one that is none of these. */
    Optional<Map<String, String>> heading(String blockId);
}
