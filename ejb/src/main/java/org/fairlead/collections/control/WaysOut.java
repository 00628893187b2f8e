package org.fairlead.collections.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.fairlead.collections.Postbox;

/** Each kind of parcel by its own way; what has none set up is put into the folder, for a program to fetch. */
@ApplicationScoped
public class WaysOut implements Postbox {

    @Inject
    private FolderPostbox folder;

    @Inject
    private SmtpPostbox mail;

    @Inject
    private SmsPostbox messages;

    @Override
    public void post(Parcel parcel, byte[] content) {
        if (parcel.channel().equals("EMAIL") && mail.isThere()) {
            mail.post(parcel, content);
        } else if (parcel.channel().equals("SMS") && messages.isThere()) {
            messages.post(parcel, content);
        } else {
            folder.post(parcel, content);
        }
    }
}
