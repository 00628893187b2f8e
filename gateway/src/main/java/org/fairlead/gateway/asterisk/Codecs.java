package org.fairlead.gateway.asterisk;

/**
 * What browsers are offered, in order. Customers come in G.711: an agent's Opus is made over by the engine, which costs a
 * part of a processor for each talk, so a site says whether it wants that.
 */
final class Codecs {

    static final String OPUS_FIRST = "opus,ulaw,alaw";
    static final String OPUS_LAST = "ulaw,alaw,opus";

    private Codecs() {}
}
