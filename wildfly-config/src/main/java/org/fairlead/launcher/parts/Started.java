package org.fairlead.launcher.parts;

import java.io.IOException;

/** Is told of a process as soon as there is one, long before it is ready: whoever stops the stack must know it. */
public interface Started {

    /** A process is there; it may be refused by ending it. */
    void process(PartProcess process) throws IOException, InterruptedException;
}
