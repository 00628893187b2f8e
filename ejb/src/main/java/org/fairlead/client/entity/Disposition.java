package org.fairlead.client.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import org.fairlead.client.DispositionView;
import org.fairlead.shared.ByLanguage;

/** An outcome that ends a programme's contacts. */
@Entity
@Table(name = "disposition")
@IdClass(Disposition.Key.class)
public class Disposition {

    /** Which outcome of which programme. */
    public record Key(UUID program, String code) implements Serializable {}

    @Id
    @Column(name = "program_id")
    private UUID program;

    @Id
    private String code;

    private int digit;

    @Convert(converter = WordsColumn.class)
    @Column(columnDefinition = "jsonb", insertable = false, updatable = false)
    private Map<String, String> names;

    @Enumerated(EnumType.STRING)
    private DispositionView.Category category;

    protected Disposition() {}

    public DispositionView view(String language, String fallback) {
        return new DispositionView(code, digit, ByLanguage.pick(names, language, fallback), category);
    }
}
