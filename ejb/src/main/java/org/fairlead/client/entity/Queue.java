package org.fairlead.client.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.client.QueueView;
import org.fairlead.shared.ClientId;

/** Where inbound contacts of a programme wait. */
@Entity
@Table(name = "queue")
public class Queue {

    @Id
    @Column(name = "queue_id")
    private UUID id;

    @Column(name = "client_id")
    private int client;

    @Column(name = "program_id")
    private UUID program;

    private String code;
    private String name;
    private int priority;

    @Convert(converter = SkillsColumn.class)
    @Column(columnDefinition = "jsonb", insertable = false, updatable = false)
    private Map<String, Integer> skills;

    @Column(name = "target_seconds")
    private int targetSeconds;

    private boolean open;

    protected Queue() {}

    public UUID id() {
        return id;
    }

    public QueueView view(List<QueueView.NumberView> numbers) {
        return new QueueView(
                id, new ClientId(client), program, code, name, priority, skills, targetSeconds, open, numbers);
    }
}
