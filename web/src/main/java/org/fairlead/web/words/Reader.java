package org.fairlead.web.words;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.fairlead.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the pages of this session: in which language and which time zone. Set at log-in from the person, the
 * language again when the reader switches it; before that, as the browser asks.
 */
@Named
@SessionScoped
public class Reader implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable Language language;
    private @Nullable ZoneId zone;

    public Language getLanguage() {
        if (language != null) {
            return language;
        }
        var faces = FacesContext.getCurrentInstance();
        return faces == null
                ? Language.EN
                : Language.of(faces.getExternalContext().getRequestLocale());
    }

    public void setLanguage(Language language) {
        this.language = language;
    }

    /** For {@code <f:view locale>} and the page's {@code lang}. */
    public Locale getLocale() {
        return getLanguage().locale();
    }

    public ZoneId getZone() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    public void setZone(ZoneId zone) {
        this.zone = zone;
    }
}
