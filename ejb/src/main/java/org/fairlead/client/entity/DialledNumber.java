package org.fairlead.client.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.fairlead.client.QueueView;

/** A number that customers dial; it rings at one client only. */
@Entity
@Table(name = "dialled_number")
public class DialledNumber {

    @Id
    private String number;

    @Column(name = "queue_id")
    private UUID queue;

    private String language;
    private String label;

    protected DialledNumber() {}

    public UUID queue() {
        return queue;
    }

    public QueueView.NumberView view() {
        return new QueueView.NumberView(number, language, label);
    }
}
