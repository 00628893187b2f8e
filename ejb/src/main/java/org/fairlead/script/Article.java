package org.fairlead.script;

import java.util.UUID;

/**
 * A short text that helps an agent while talking, as this reader sees it.
 *
 * @param language in which it is shown: the reader's own where it was written in it
 */
public record Article(UUID id, String language, String title, String text) {}
