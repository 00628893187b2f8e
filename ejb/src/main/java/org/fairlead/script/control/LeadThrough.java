package org.fairlead.script.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.script.AddedBlocks;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptBlock.Kind;
import org.fairlead.script.ScriptField;
import org.fairlead.script.ScriptView;
import org.fairlead.script.entity.FieldCheck;
import org.fairlead.script.entity.Reading;
import org.fairlead.script.entity.ScriptVersion;
import org.fairlead.script.entity.UnreadBlocks;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/** Leads an agent through the script of a contact and keeps what was read and written down. */
@ApplicationScoped
public class LeadThrough {

    @Inject
    private ScriptRegister register;

    @Inject
    private ScriptMarks marks;

    @Inject
    private AddedBlocks added;

    @Inject
    private Clients clients;

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    public ScriptView show(UUID contactId, String own) {
        ContactScript contact = marks.contact(contactId);
        ScriptVersion script = scriptOf(contact);
        List<String> languages = clients.program(contact.program()).languages();
        Caller agent = current.caller();
        String say = Reading.spoken(contact.language(), languages);
        String beside = Reading.besides(say, own, script.title());
        Map<String, String> fill =
                Map.of("agent", agent.name(), "customer", contact.customer(), "client", contact.clientName());
        Reading reading =
                new Reading(say, beside, languages.get(0), fill, marks.readAt(contactId), marks.answers(contactId));
        return new ScriptView(
                contactId,
                contact.program(),
                script.version(),
                reading.title(script.title()),
                reading.titleBeside(script.title()),
                script.approvedBy(),
                script.approvedOn(),
                say,
                beside,
                reading.blocks(blocks(script, contactId)));
    }

    public Instant markRead(UUID contactId, String blockId) {
        ContactScript contact = own(contactId);
        ScriptVersion script = scriptOf(contact);
        ScriptBlock block = block(blocks(script, contactId), blockId);
        Instant now = clock.instant();
        marks.mark(contact, block.id(), script.version(), current.caller().personId(), now);
        return marks.readAt(contactId).getOrDefault(block.id(), now);
    }

    public void answer(UUID contactId, String blockId, String fieldId, String value) {
        ContactScript contact = own(contactId);
        ScriptBlock block = block(blocks(scriptOf(contact), contactId), blockId);
        ScriptField field = block.fields().stream()
                .filter(candidate -> candidate.id().equals(fieldId))
                .findFirst()
                .orElseThrow(() -> new NotFound("field " + fieldId));
        FieldCheck.fault(field, value).ifPresent(fault -> {
            throw new Refused(fault.key(), fault.arguments().toArray());
        });
        if (value.isBlank()) {
            marks.takeBack(contact, block.id(), field.id());
        } else {
            marks.answer(contact, block.id(), field.id(), current.caller().personId(), clock.instant(), value.strip());
        }
    }

    /** Only who has the contact, or had it a moment ago, can have read something out in it. */
    private ContactScript own(UUID contactId) {
        ContactScript contact = marks.contact(contactId);
        if (!marks.had(contactId, current.caller().personId())) {
            throw new NotFound("contact " + contactId);
        }
        return contact;
    }

    /** What was not read on the way, in the order of the script; nothing where there is no script. */
    List<ScriptBlock> unread(ContactScript contact) {
        return published(contact)
                .map(script -> unread(
                        script,
                        contact.contact(),
                        marks.readAt(contact.contact()).keySet()))
                .orElse(List.of());
    }

    /** @param read the blocks that were */
    List<ScriptBlock> unread(ScriptVersion script, UUID contactId, Set<String> read) {
        return UnreadBlocks.of(blocks(script, contactId), read);
    }

    Optional<ScriptVersion> published(ContactScript contact) {
        Integer begun = contact.version();
        return begun == null
                ? register.published(contact.program())
                : Optional.of(register.version(contact.program(), begun));
    }

    /** A contact stays with the version that it began with, although a newer one may be published meanwhile. */
    private ScriptVersion scriptOf(ContactScript contact) {
        return published(contact).orElseThrow(() -> new Refused("script.none"));
    }

    /** What a law wants said stands behind the first words that say who calls; without any, at the end. */
    private List<ScriptBlock> blocks(ScriptVersion script, UUID contactId) {
        List<ScriptBlock> blocks = new ArrayList<>(script.blocks());
        int at = 0;
        while (at < blocks.size() && blocks.get(at).kind() != Kind.DISCLOSURE) {
            at++;
        }
        blocks.addAll(Math.min(at + 1, blocks.size()), added.of(contactId));
        return blocks;
    }

    private static ScriptBlock block(List<ScriptBlock> blocks, String blockId) {
        return blocks.stream()
                .filter(candidate -> candidate.id().equals(blockId))
                .findFirst()
                .orElseThrow(() -> new NotFound("block " + blockId));
    }
}
