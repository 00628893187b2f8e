package org.fairlead.gateway.asterisk;

import java.util.function.Consumer;

/** Asks the engine; each request is answered once, with {@link AriAnswer#LOST} when nobody can tell. */
@FunctionalInterface
interface Ari {

    void send(AriRequest request, Consumer<AriAnswer> then);
}
