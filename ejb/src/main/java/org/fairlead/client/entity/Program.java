package org.fairlead.client.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.fairlead.client.ProgramView;
import org.fairlead.shared.ClientId;

/** One line of business of a client. Its id alone tells it apart; the database's key holds the client too. */
@Entity
@Table(name = "program")
public class Program {

    @Id
    @Column(name = "program_id")
    private UUID id;

    @Column(name = "client_id")
    private int client;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "brand_id")
    private Brand brand;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private ProgramView.Kind kind;

    @Column(columnDefinition = "text[]")
    private String[] languages;

    protected Program() {}

    public UUID id() {
        return id;
    }

    /** The language of everything that is kept in one language only. */
    public String firstLanguage() {
        return languages[0];
    }

    public ProgramView view() {
        return new ProgramView(id, new ClientId(client), code, name, kind, List.of(languages), brand.view());
    }
}
