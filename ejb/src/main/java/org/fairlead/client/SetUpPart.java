package org.fairlead.client;

/** What of a client's set-up can be opened, edited and saved by itself. */
public enum SetUpPart {
    /** By client id. */
    CLIENT,
    /** By brand id. */
    BRAND,
    /** By programme id. */
    PROGRAM,
    /** By queue id. */
    QUEUE,
    /** By the number itself. */
    NUMBER,
    /** By programme id, a slash, and code. */
    DISPOSITION,
    /** By site id. */
    SITE,
    /** By client id, a slash, and site id; site 0 for all sites without a line of their own. */
    MASKING
}
