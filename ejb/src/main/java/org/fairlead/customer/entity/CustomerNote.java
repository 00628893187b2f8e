package org.fairlead.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent wrote down for whoever speaks with the customer next. Never changed. */
@Entity
@Table(name = "customer_note")
public class CustomerNote {

    @Id
    @Column(name = "note_id")
    private UUID id;

    @Column(name = "client_id", updatable = false)
    private int client;

    @Column(name = "customer_id", updatable = false)
    private UUID customer;

    @Column(name = "contact_id", updatable = false)
    private @Nullable UUID contact;

    @Column(name = "author_id", updatable = false)
    private UUID author;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @Column(updatable = false)
    private String words;

    protected CustomerNote() {}

    public CustomerNote(
            UUID id, int client, UUID customer, UUID contact, UUID author, Instant writtenAt, String words) {
        this.id = id;
        this.client = client;
        this.customer = customer;
        this.contact = contact;
        this.author = author;
        this.writtenAt = writtenAt;
        this.words = words;
    }
}
