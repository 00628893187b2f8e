package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fairlead.client.Clients;
import org.fairlead.collections.Holds;
import org.fairlead.collections.Letters;
import org.fairlead.collections.NightRuns;
import org.fairlead.collections.Placements;
import org.fairlead.collections.Remittances;
import org.fairlead.security.ExportLog;
import org.fairlead.web.export.Exports;
import org.fairlead.web.export.FaultReport;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** Files that go back to clients. Roles and clients are the facades'. */
@RequestScoped
@Path("collections")
public class CollectionsResource {

    private static final String PDF = "application/pdf";

    @EJB
    private Placements placements;

    @EJB
    private Remittances remittances;

    @EJB
    private Letters letters;

    @EJB
    private Holds holds;

    @EJB
    private Clients clients;

    @EJB
    private NightRuns nights;

    @EJB
    private ExportLog log;

    @Inject
    private Exports exports;

    @Inject
    private Viewer viewer;

    /** How far the caller's own file has come. */
    @GET
    @Path("progress")
    @Produces("application/json")
    public Map<String, Integer> progress(@QueryParam("token") @Nullable String token) {
        return Map.of("percent", placements.progress(token == null ? "" : token));
    }

    /** How far a client's nightly work has come. */
    @GET
    @Path("nights/{client}")
    @Produces("application/json")
    public NightRuns.Progress night(@PathParam("client") String client) {
        return nights.progress(Address.client(client));
    }

    /** Each debt that was taken in, for the client's own books. */
    @GET
    @Path("placements/{placement}/acknowledgement.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response acknowledgement(@PathParam("placement") String placement) {
        var view = placements.placement(Address.uuid(placement));
        return exports.file(new Exports.Table(
                "acknowledgement-" + view.fileName(),
                view.client(),
                Map.of(),
                List.of(
                        "collections.reference",
                        "collections.debtor",
                        "collections.person",
                        "collections.amount",
                        "collections.currency",
                        "collections.status",
                        "collections.placed.on"),
                (first, most) -> placements.acknowledged(view.placementId(), first, most).stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.reference(),
                                one.debtor(),
                                one.person().toString(),
                                one.amount(),
                                one.currency(),
                                viewer.getWords().get("collections.status." + one.state()),
                                one.placedOn().toString()))
                        .toList()));
    }

    /** What the client gets back of the debts that it took back. */
    @GET
    @Path("placements/{placement}/return.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response returned(@PathParam("placement") String placement) {
        var view = placements.placement(Address.uuid(placement));
        return exports.file(new Exports.Table(
                "return-" + view.fileName(),
                view.client(),
                Map.of(),
                List.of(
                        "collections.reference",
                        "collections.debtor",
                        "collections.currency",
                        "collections.bucket.PRINCIPAL",
                        "collections.bucket.INTEREST",
                        "collections.bucket.FEES",
                        "collections.bucket.COSTS",
                        "collections.figures.collected",
                        "collections.last.paid",
                        "collections.recalled.on"),
                (first, most) -> placements.returned(view.placementId(), first, most).stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.reference(),
                                one.debtor(),
                                one.currency(),
                                one.principal(),
                                one.interest(),
                                one.fees(),
                                one.costs(),
                                one.collected(),
                                Objects.toString(one.lastPaid(), null),
                                Objects.toString(one.recalledOn(), null)))
                        .toList()));
    }

    /** What was written to a debtor. */
    @GET
    @Path("letters/{letter}.pdf")
    @Produces(PDF)
    public Response letter(@PathParam("letter") String letter) {
        return pdf(letters.pdf(Address.uuid(letter)), "letter-" + letter);
    }

    /** What was handed in about a case: to be kept, not to be shown by the browser as a page of ours. */
    @GET
    @Path("cases/{case}/evidence/{note}")
    @Produces(MediaType.WILDCARD)
    public Response evidence(@PathParam("case") String of, @PathParam("note") String note) {
        Holds.Evidence file = holds.evidence(Address.uuid(of), Address.uuid(note));
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.content(), file.mediaType())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A wording with an invented debt. */
    @GET
    @Path("wordings/{portfolio}/{code}/{channel}/{language}.pdf")
    @Produces(PDF)
    public Response sample(
            @PathParam("portfolio") String portfolio,
            @PathParam("code") String code,
            @PathParam("channel") String channel,
            @PathParam("language") String language,
            @QueryParam("role") @DefaultValue("DEBTOR") String role) {
        Letters.Key key = new Letters.Key(code, channel, language, role);
        return pdf(letters.sample(Address.uuid(portfolio), key), "sample");
    }

    private static Response pdf(byte[] content, String name) {
        return Response.ok(content, PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What is wrong with a placement, row by row, to be mended where the file came from. */
    @GET
    @Path("placements/{placement}/faults.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response faults(@PathParam("placement") String placement) {
        var view = placements.placement(Address.uuid(placement));
        return exports.file(new Exports.Table(
                "faults-" + view.fileName(),
                view.client(),
                Map.of(),
                List.of(
                        "collections.fault.line",
                        "collections.fault.column",
                        "collections.fault.reason",
                        "collections.fault.value"),
                new FaultReport(
                        viewer.getWords(),
                        view.reason(),
                        view.detail(),
                        (first, most) -> placements.faults(view.placementId(), first, most).stream()
                                .map(fault -> new FaultReport.Row(
                                        fault.line(), fault.column(), fault.reason(), fault.value()))
                                .toList())));
    }

    /** The payments behind a remittance, for the client's own books. */
    @GET
    @Path("remittances/{remittance}/statement.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response statement(@PathParam("remittance") String remittance) {
        var view = remittances.remittance(Address.uuid(remittance));
        return exports.file(new Exports.Table(
                "remittance-" + view.until(),
                view.client(),
                Map.of(),
                List.of(
                        "collections.reference",
                        "collections.debtor",
                        "collections.payments.value.date",
                        "collections.amount",
                        "collections.remittance.fee",
                        "collections.currency",
                        "collections.remittance.returned"),
                (first, most) -> remittances.lines(view.remittanceId(), first, most).stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.debt(),
                                one.debtor(),
                                one.valueDate().toString(),
                                one.amount(),
                                one.fee(),
                                view.currency(),
                                one.returnedOn() == null
                                        ? null
                                        : one.returnedOn().toString()))
                        .toList()));
    }

    /** The same to be printed. */
    @GET
    @Path("remittances/{remittance}/statement.pdf")
    @Produces({PDF, MediaType.APPLICATION_JSON}) // a refusal is JSON
    public Response printed(@PathParam("remittance") String remittance) {
        var view = remittances.remittance(Address.uuid(remittance));
        String portfolio = placements.portfolios().stream()
                .filter(one -> one.portfolioId().equals(view.portfolioId()))
                .findFirst()
                .map(Placements.Portfolio::name)
                .orElse("");
        log.leaves(view.client(), "remittance-" + view.until() + ".pdf", Map.of());
        var about = new StatementPdf.About(
                viewer.getWords().get("common.product"),
                clients.client(view.client()).name(),
                portfolio);
        byte[] content = new StatementPdf(viewer.getWords(), viewer.getFormats())
                .of(about, view, (first, most) -> remittances.lines(view.remittanceId(), first, most));
        return pdf(content, "remittance-" + view.until());
    }
}
