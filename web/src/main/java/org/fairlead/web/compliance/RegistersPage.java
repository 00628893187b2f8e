package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.compliance.Registers;
import org.fairlead.compliance.Registers.Fault;
import org.fairlead.compliance.Registers.File;
import org.fairlead.compliance.Registers.Kind;
import org.fairlead.compliance.Registers.Load;
import org.fairlead.compliance.Registers.Register;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Registers of people who are not to be called, as files: handed in, and what became of them. */
@Named
@ViewScoped
public class RegistersPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    @EJB
    private transient Registers registers;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private DayFields days;

    private String list = ClientId.OUTSOURCER.toString();
    private @Nullable String register;
    private String kind = Kind.FULL.name();
    private String country = "US";
    private @Nullable String listDate;
    private @Nullable String sha256;
    private transient @Nullable Part file;
    private transient List<Fault> faults = List.of();

    private ClientId client() {
        return Address.client(list);
    }

    /** Takes the file in; whatever is wrong with it, the list before it stays. */
    public void load() {
        Part given = file;
        if (given == null) {
            notices.refused(new Refused("register.file"));
            return;
        }
        try (InputStream content = given.getInputStream()) {
            File handed = new File(
                    String.valueOf(register),
                    String.valueOf(given.getSubmittedFileName()),
                    Kind.valueOf(kind),
                    country,
                    days.read(listDate),
                    sha256);
            Load load = registers.load(client(), handed, content);
            faults = registers.faults(client(), load.loadId());
            if (load.reason() == null) {
                notices.done("compliance.register.loaded", load.rowsLoaded(), load.rowsBad());
            } else {
                notices.refused(new Refused("register." + load.reason()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public List<Fault> getFaults() {
        return faults == null ? List.of() : faults;
    }

    public List<Register> getRegisters() {
        return registers.registers(client());
    }

    public List<Load> getLoads() {
        return registers.loads(client(), 0, SHOWN);
    }

    public List<String> getKnown() {
        return registers.known();
    }

    public List<ClientView> getClients() {
        return clients.clients();
    }

    public String getList() {
        return list;
    }

    public void setList(@Nullable String list) {
        this.list = list == null ? ClientId.OUTSOURCER.toString() : list;
    }

    public @Nullable String getRegister() {
        return register;
    }

    public void setRegister(@Nullable String register) {
        this.register = register;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public @Nullable String getListDate() {
        return listDate;
    }

    public void setListDate(@Nullable String listDate) {
        this.listDate = listDate;
    }

    public @Nullable String getSha256() {
        return sha256;
    }

    public void setSha256(@Nullable String sha256) {
        this.sha256 = sha256;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
