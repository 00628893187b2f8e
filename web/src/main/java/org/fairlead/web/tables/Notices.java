package org.fairlead.web.tables;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.fairlead.i18n.Formats;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;

/** Tells the reader, in the reader's language, what was done or why it was not. */
@Named
@RequestScoped
public class Notices {

    @Inject
    private Viewer viewer;

    public void done(String key, Object... arguments) {
        tell(FacesMessage.SEVERITY_INFO, viewer.getWords().format(key, arguments));
    }

    public void refused(Refused refused) {
        tell(FacesMessage.SEVERITY_ERROR, words(refused));
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** @param field whose value it is, in words */
    public void refused(String field, Refused refused) {
        tell(FacesMessage.SEVERITY_ERROR, field + ": " + words(refused));
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** A rule's no; one that nobody has put into words yet is still a no. */
    private String words(Refused refused) {
        var words = viewer.getWords();
        var key = "refused." + refused.key();
        return words.format(words.has(key) ? key : "refused.unexpected", arguments(viewer.getFormats(), refused));
    }

    /** What a refusal names, amounts and days as the reader's language writes them. */
    public static Object[] arguments(Formats formats, Refused refused) {
        return refused.arguments().stream()
                .map(one -> one instanceof Money money
                        ? formats.money(money.amount(), money.currency())
                        : one instanceof LocalDate day ? formats.date(day) : one)
                .toArray();
    }

    private static void tell(Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
