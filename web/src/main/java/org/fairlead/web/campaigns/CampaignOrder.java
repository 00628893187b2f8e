package org.fairlead.web.campaigns;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.fairlead.campaign.CampaignView;
import org.fairlead.i18n.Words;
import org.fairlead.shared.ClientId;
import org.fairlead.web.tables.Order;

/**
 * The orders that the table of campaigns has, on the page and in its file: by what the reader sees in a column, in the
 * reader's alphabet. The campaigns of an outsourcer are few: they come in one piece.
 *
 * @param clientName what the column of clients shows
 */
public record CampaignOrder(Locale locale, Words words, Function<ClientId, String> clientName) {

    public static final Set<String> COLUMNS =
            Set.of("name", "client", "mode", "state", "leads", "penetration", "open", "today", "denied");

    /** In the table's own order where none is asked for. */
    public List<CampaignView> sort(List<CampaignView> campaigns, Order order) {
        String by = order.by();
        if (by == null) {
            return campaigns;
        }
        Comparator<CampaignView> comparator = by(by);
        return campaigns.stream()
                .sorted(order.descending() ? comparator.reversed() : comparator)
                .toList();
    }

    private Comparator<CampaignView> by(String column) {
        Comparator<CampaignView> byName = byText(CampaignView::name);
        return switch (column) {
            case "client" -> byText(one -> clientName.apply(one.client())).thenComparing(byName);
            case "mode" -> byText(one -> words.get("state.mode." + one.mode())).thenComparing(byName);
            case "state" -> byText(one -> words.get("state.campaign." + one.state()))
                    .thenComparing(byName);
            case "leads" -> Comparator.comparing(one -> one.counts().leads());
            case "penetration" -> Comparator.comparing(CampaignsPage::penetration);
            case "open" -> Comparator.comparing(one -> one.counts().open());
            case "today" -> Comparator.comparing(one -> one.counts().attemptsToday());
            case "denied" -> Comparator.comparing(one -> one.counts().deniedToday());
            default -> byName;
        };
    }

    private Comparator<CampaignView> byText(Function<CampaignView, String> text) {
        return Comparator.comparing(text, Collator.getInstance(locale)::compare);
    }
}
