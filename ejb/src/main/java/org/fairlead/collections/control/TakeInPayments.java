package org.fairlead.collections.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.entity.bank.Bai2File;
import org.fairlead.collections.entity.bank.BankEntry;
import org.fairlead.collections.entity.bank.BankFile;
import org.fairlead.collections.entity.bank.BankFile.Refusal;
import org.fairlead.collections.entity.bank.CamtFile;
import org.fairlead.collections.entity.bank.PaymentCsv;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;

/** Takes a bank's file in, in one transaction: all of its movements, or none when it does not add up. */
public final class TakeInPayments {

    private final Connection c;
    private final Portfolio portfolio;
    private final PaymentTools tools;

    public TakeInPayments(Connection c, Portfolio portfolio, PaymentTools tools) {
        this.c = c;
        this.portfolio = portfolio;
        this.tools = tools;
    }

    private enum Format {
        CAMT,
        BAI2,
        CSV
    }

    /** @return the file's record, taken or refused */
    public UUID take(String name, byte[] content, String hash) {
        PortfolioBook.lock(c, portfolio);
        UUID file = Ids.next();
        Format format = format(content);
        insert(file, name, hash, format);
        try {
            BankFile read = read(format, content);
            EntryDesk desk = new EntryDesk(c, portfolio, tools, file);
            for (BankEntry entry : read.entries()) {
                desk.take(entry);
            }
            Sql.update(
                    c,
                    "update payment_file set entries = ?, posted = ?, parked = ?, known = ?, outgoing = ?"
                            + " where client_id = ? and file_id = ?",
                    read.entries().size(),
                    desk.posted(),
                    desk.parked(),
                    desk.known(),
                    desk.outgoing(),
                    portfolio.client(),
                    file);
        } catch (Refusal refusal) {
            Sql.update(
                    c,
                    "update payment_file set state = 'REFUSED', reason = ?, detail = ? where client_id = ? and file_id = ?",
                    refusal.fault().name(),
                    shortened(refusal.where() + " " + refusal.found()),
                    portfolio.client(),
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void insert(UUID file, String name, String hash, Format format) {
        Sql.update(
                c,
                "insert into payment_file (client_id, file_id, portfolio_id, file_name, file_hash, format, uploaded_by,"
                        + " uploaded_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'TAKEN')",
                portfolio.client(),
                file,
                portfolio.portfolioId(),
                name,
                hash,
                format.name(),
                tools.login(),
                tools.now());
    }

    private static BankFile read(Format format, byte[] content) throws Refusal, IOException {
        return switch (format) {
            case CAMT -> CamtFile.read(new ByteArrayInputStream(content));
            case BAI2 -> Bai2File.read(new String(content, StandardCharsets.UTF_8));
            case CSV -> PaymentCsv.read(new ByteArrayInputStream(content));
        };
    }

    /** By what it holds, whatever it is called. */
    private static Format format(byte[] content) {
        String begin = new String(content, 0, Math.min(content.length, 200), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        if (begin.startsWith("<")) {
            return Format.CAMT;
        }
        return begin.startsWith("01,") ? Format.BAI2 : Format.CSV;
    }

    private static String shortened(String text) {
        String plain = text.replace('\0', ' ').strip();
        return plain.length() <= 300 ? plain : plain.substring(0, 300);
    }
}
