package org.fairlead.launcher.parts;

import java.nio.file.Path;
import java.util.List;
import org.fairlead.launcher.state.Ports;

/**
 * A server as one of two: they see each other, share one broker's journal, and one of them at a time runs the engine.
 * People work at the node that does; the other stands by.
 *
 * @param name told apart from the other's, also in the log of transactions
 * @param own its ports for the console, management and broker; the others are those of the stack
 * @param standby whether its broker waits until the other's is gone
 * @param port on which nodes talk; at the next one it is noticed when a node dies
 * @param ports on which either node talks, of both
 * @param broker the folder with the messages of both
 */
public record ClusterNode(String name, Ports own, boolean standby, int port, List<Integer> ports, Path broker) {

    static final String CONFIGURATION = "standalone-full-ha.xml";

    public ClusterNode {
        if (ports.size() != 2) {
            throw new IllegalArgumentException("two nodes, not " + ports.size());
        }
        ports = List.copyOf(ports);
    }

    List<String> properties() {
        return List.of(
                "-Djboss.node.name=" + name,
                "-Dfairlead.node=" + name,
                "-Dfairlead.engine.turn=java:global/fairlead-turn",
                "-Dfairlead.port.cluster=" + port,
                "-Dfairlead.port.alive=" + (port + 1),
                "-Dfairlead.node.a.port=" + ports.get(0),
                "-Dfairlead.node.b.port=" + ports.get(1),
                "-Dfairlead.broker.folder=" + broker);
    }
}
