package org.fairlead.web.words;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import org.fairlead.i18n.Formats;

/** {@code #{fmt}}: formats in the reader's language and zone; {@code #{fmtIn.zone('Asia/Manila')}} in another zone. */
@Named("fmtIn")
@RequestScoped
public class Fmt {

    private final Reader reader;

    /** For the proxy. */
    protected Fmt() {
        this(new Reader());
    }

    @Inject
    public Fmt(Reader reader) {
        this.reader = reader;
    }

    @Produces
    @Named("fmt")
    public Formats formats() {
        return Formats.of(reader.getLanguage(), reader.getZone());
    }

    public Formats zone(String zone) {
        return Formats.of(reader.getLanguage(), ZoneId.of(zone));
    }
}
