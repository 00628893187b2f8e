package org.fairlead.shared;

/** Which of several servers this is: the name that its transactions have too, {@code -Dfairlead.node}. */
public final class Node {

    private static final String FIRST = "fairlead-1";

    private Node() {}

    public static String name() {
        return System.getProperty("fairlead.node", FIRST);
    }
}
