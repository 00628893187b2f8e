package org.fairlead.campaign.boundary;

import java.nio.file.Path;
import org.fairlead.campaign.control.ListTask;

/** A list's file lies in the spool; its reading begins when the transaction that says so is committed. */
public record UploadReceived(ListTask task, Path file) {}
