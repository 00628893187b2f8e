/** The interface's words and formats, as pages use them: {@code #{msg['floor.title']}}, {@code #{fmt.time(at)}}. */
@NullMarked
package org.fairlead.web.words;

import org.jspecify.annotations.NullMarked;
