package org.fairlead.campaign.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.campaign.FaultView;
import org.fairlead.campaign.LeadListView;
import org.fairlead.campaign.LeadListView.Worked;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Node;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Lead lists as rows. */
public final class ListBook {

    private static final String SELECT =
            """
            select l.*, p.name as uploader, w.* from lead_list l join person p on p.person_id = l.uploaded_by,
              lateral (select count(*) as leads, count(*) filter (where attempts > 0) as tried,
                  count(*) filter (where lead.state in ('DONE', 'DO_NOT_CALL')) as done,
                  count(*) filter (where lead.state = 'EXHAUSTED') as exhausted
                from lead where lead.client_id = l.client_id and lead.list_id = l.list_id) w
            """;

    private ListBook() {}

    public static void insert(
            Connection c,
            ClientId client,
            UUID campaignId,
            UUID listId,
            String name,
            UUID uploadedBy,
            Instant at,
            UploadOptions options) {
        Sql.update(
                c,
                "insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none,"
                        + " known, known_by, node) values (?, ?, ?, ?, ?, ?, 'READING', ?, ?, ?, ?)",
                client,
                listId,
                campaignId,
                name,
                uploadedBy,
                at,
                options.allOrNone(),
                options.known().name(),
                options.by().name(),
                Node.name());
    }

    public static List<LeadListView> ofCampaign(Connection c, UUID campaignId) {
        return Sql.list(c, ListBook::view, SELECT + " where l.campaign_id = ? order by l.uploaded_at desc", campaignId);
    }

    public static LeadListView one(Connection c, UUID listId) {
        return Sql.one(c, ListBook::view, SELECT + " where l.list_id = ?", listId)
                .orElseThrow(() -> new NotFound("list " + listId));
    }

    public static List<FaultView> faults(Connection c, UUID listId, int first, int size) {
        return Sql.list(
                c,
                row -> new FaultView(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)),
                "select line, column_name, reason, coalesce(value, '') from lead_list_fault where list_id = ?"
                        + " order by line, column_name, reason limit ? offset ?",
                listId,
                size,
                first);
    }

    public static int faultCount(Connection c, UUID listId) {
        return Sql.number(c, "select count(*) from lead_list_fault where list_id = ?", listId);
    }

    private static LeadListView view(ResultSet row) throws SQLException {
        return new LeadListView(
                new ClientId(row.getInt("client_id")),
                row.getObject("campaign_id", UUID.class),
                row.getObject("list_id", UUID.class),
                row.getString("name"),
                row.getString("uploader"),
                Objects.requireNonNull(Sql.instant(row, "uploaded_at")),
                row.getString("state"),
                row.getBoolean("all_or_none"),
                row.getInt("percent"),
                row.getInt("rows_read"),
                row.getInt("rows_loaded"),
                row.getInt("rows_updated"),
                row.getInt("rows_bad"),
                row.getString("reason"),
                row.getString("detail"),
                new Worked(row.getInt("leads"), row.getInt("tried"), row.getInt("done"), row.getInt("exhausted")));
    }
}
