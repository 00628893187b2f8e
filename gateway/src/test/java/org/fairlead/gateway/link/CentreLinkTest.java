package org.fairlead.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fairlead.gateway.store.ForgetfulStore;
import org.fairlead.jms.CommandBatch;
import org.fairlead.jms.Destinations;
import org.fairlead.jms.EventBatch;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.ReadBatch;
import org.fairlead.jms.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(90)
class CentreLinkTest {

    private static final UUID CALL = UUID.fromString("019f2a10-6c00-7abc-8def-0123456789ab");

    @TempDir
    private Path folder;

    private final Outbox outbox = new Outbox("izmir", new ForgetfulStore());
    private final Semaphore connections = new Semaphore(0);
    private final Semaphore breaks = new Semaphore(0);
    private final BlockingQueue<GatewayCommand> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> unreadable = new LinkedBlockingQueue<>();
    private TestBroker broker;
    private CentreLink link;

    @BeforeEach
    void begin() throws Exception {
        broker = new TestBroker(folder);
        link = new CentreLink(broker.izmir(), outbox, new LinkListener() {
            @Override
            public void connected() {
                connections.release();
            }

            @Override
            public void lost() {
                breaks.release();
            }

            @Override
            public void received(ReadBatch<GatewayCommand> batch) {
                received.addAll(batch.messages());
                batch.unreadable().forEach(strange -> unreadable.add(strange.id()));
            }
        });
    }

    @AfterEach
    void end() throws Exception {
        link.close();
        broker.close();
    }

    private void connected() throws InterruptedException {
        assertThat(connections.tryAcquire(30, TimeUnit.SECONDS)).as("connected").isTrue();
    }

    private void happens(int from, int to) {
        for (int sequence = from; sequence <= to; sequence++) {
            outbox.add(new GatewayEvent.Ringing(new GatewayEvent.Head("izmir", CALL, sequence, Instant.EPOCH)));
        }
    }

    /** What the centre keeps: each event once, in the order in which it came first. */
    private static List<Integer> kept(List<GatewayEvent> events) {
        return new ArrayList<>(new LinkedHashSet<>(
                events.stream().map(event -> event.head().sequence()).toList()));
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static GatewayCommand hold() {
        return new GatewayCommand.Hold(
                new GatewayCommand.Head(UUID.randomUUID(), "izmir", CALL, 1, Instant.parse("2026-11-21T10:00:00Z")));
    }

    @Test
    void sendsWhatWaitsInBatchesOfAHundredInOrder() throws Exception {
        happens(1, 250);

        link.start();
        List<EventBatch> batches = broker.events(250);

        assertThat(batches).extracting(batch -> batch.events().size()).containsExactly(100, 100, 50);
        assertThat(batches.stream().flatMap(batch -> batch.events().stream()).toList())
                .extracting(event -> event.head().sequence())
                .containsExactlyElementsOf(oneTo(250));
    }

    @Test
    void losesAndReordersNothingWhileTheBrokerIsAway() throws Exception {
        link.start();
        connected();
        happens(1, 30);
        List<GatewayEvent> events = new ArrayList<>(broker.all(30));

        broker.stop();
        happens(31, 180);
        assertThat(outbox.size()).isGreaterThanOrEqualTo(150);
        broker.start();
        connected();
        happens(181, 200);

        while (kept(events).size() < 200) {
            events.addAll(broker.all(1));
        }
        assertThat(kept(events)).containsExactlyElementsOf(oneTo(200));
        assertThat(outbox.size()).isZero();
    }

    @Test
    void saysThatTheBrokerIsGone() throws Exception {
        link.start();
        connected();

        broker.stop();

        assertThat(breaks.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(link.up()).isFalse();
    }

    @Test
    void losesAndReordersNothingWhenTheNetworkIsCutAgainAndAgain() throws Exception {
        link.start();
        connected();
        int last = 0;
        for (int cut = 0; cut < 5; cut++) {
            happens(last + 1, last + 400);
            last += 400;
            broker.cut();
            connected();
        }

        List<GatewayEvent> events = new ArrayList<>();
        while (kept(events).size() < last) {
            List<GatewayEvent> more = broker.all(1);
            assertThat(more).isNotEmpty();
            events.addAll(more);
        }
        assertThat(kept(events)).containsExactlyElementsOf(oneTo(last));
    }

    @Test
    void triesUntilTheBrokerIsThere() throws Exception {
        broker.stop();
        link.start();
        happens(1, 1);
        assertThat(connections.tryAcquire(1, TimeUnit.SECONDS)).isFalse();

        broker.start();

        assertThat(broker.all(1)).hasSize(1);
        assertThat(link.up()).isTrue();
    }

    @Test
    void handsCommandsOverInOrderAndForgetsThemAtTheBroker() throws Exception {
        GatewayCommand first = hold();
        GatewayCommand second = hold();
        GatewayCommand third = hold();
        broker.command(first, second);
        broker.command(third);

        link.start();

        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(first);
        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(second);
        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(third);
        broker.cut();
        connected();
        connected();
        assertThat(received.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void takesCommandsWhileTheNetworkIsCut() throws Exception {
        link.start();
        connected();
        List<GatewayCommand> sent = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            GatewayCommand command = hold();
            sent.add(command);
            broker.command(command);
            if (i % 20 == 10) {
                broker.cut();
            }
        }

        LinkedHashSet<GatewayCommand> got = new LinkedHashSet<>();
        while (got.size() < sent.size()) {
            GatewayCommand next = received.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("command " + got.size()).isNotNull();
            got.add(next);
        }
        assertThat(got).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void parksWhatItCannotReadAndGoesOn() throws Exception {
        GatewayCommand good = hold();
        String bad = "{\"version\":1,\"gateway\":\"izmir\",\"orders\":[]}";
        broker.command(bad);
        broker.command(good);

        link.start();

        Message parked = broker.parked();
        assertThat(((TextMessage) parked).getText()).isEqualTo(bad);
        assertThat(parked.getStringProperty(Destinations.PROPERTY_REASON)).contains("commands");
        assertThat(parked.getStringProperty("fairlead_gateway")).isEqualTo("izmir");
        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(good);
    }

    @Test
    void carriesOutOnceWhenTheBrokerForgotButCouldNotSaySo() throws Exception {
        link.start();
        connected();
        broker.loseTheAnswerToTheNextCommit();
        GatewayCommand first = hold();
        broker.command(first);
        connected();
        GatewayCommand second = hold();
        broker.command(second);

        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(first);
        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(second);
        assertThat(received.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void carriesOutOnceWhenTheCommitNeverReachedTheBroker() throws Exception {
        link.start();
        connected();
        broker.loseTheNextCommit();
        GatewayCommand only = hold();
        broker.command(only);
        connected();

        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(only);
        assertThat(received.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void aDialThatCameWithOthersIsHandedOverOnceWhenTheirCommitNeverReachedTheBroker() throws Exception {
        link.start();
        connected();
        GatewayCommand first = hold();
        GatewayCommand dial = new GatewayCommand.Dial(hold().head(), "+905321234561", "+908502001009", 20, false);
        broker.loseTheNextCommit();
        broker.command(first);
        broker.command(dial);
        connected();

        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(first);
        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(dial);
        assertThat(received.poll(2, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void sendsAgainWhenTheAnswerToItsCommitWasLost() throws Exception {
        link.start();
        connected();
        broker.loseTheAnswerToTheNextCommit();

        happens(1, 10);
        connected();
        happens(11, 20);

        List<GatewayEvent> events = new ArrayList<>();
        while (kept(events).size() < 20) {
            events.addAll(broker.all(1));
        }
        assertThat(kept(events)).containsExactlyElementsOf(oneTo(20));
        assertThat(events).hasSizeGreaterThan(20);
    }

    @Test
    void parksTheOneCommandThatItCannotReadAndCarriesOutTheOthers() throws Exception {
        GatewayCommand good = hold();
        String strange = "{\"type\":\"Teleport\",\"head\":{\"id\":\"" + CALL + "\"}}";
        String whole = Wire.write(new CommandBatch(Wire.VERSION, "izmir", List.of(good)));
        broker.command(whole.replace("[{", "[" + strange + ",{"));

        link.start();

        assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(good);
        assertThat(unreadable.poll(20, TimeUnit.SECONDS)).isEqualTo(CALL.toString());
        assertThat(((TextMessage) broker.parked()).getText()).isEqualTo(strange);
    }

    @Test
    void parksNoPasswordWhateverElseItCannotRead() throws Exception {
        String line = "{\"type\":\"OpenLine\",\"head\":{},\"agent\":\"elif\",\"password\" : \"qu\\\"ite secret\"}";
        broker.command("{\"version\":1,\"gateway\":\"izmir\",\"commands\":[" + line + "]}");
        broker.command("{\"version\":1,\"gateway\":\"manila\",\"commands\":[" + line + "]}");
        broker.command(line.substring(0, line.length() - 5));

        link.start();

        for (int i = 0; i < 3; i++) {
            String parked = ((TextMessage) broker.parked()).getText();
            assertThat(parked).contains("elif").doesNotContain("qu").doesNotContain("secr");
        }
    }

    @Test
    void parksNoDigestThatLetsATelephoneIn() throws Exception {
        String line = "{\"type\":\"SetTelephone\",\"head\":{},\"agent\":\"elif\",\"account\":\"x0123456789ab\","
                + "\"digest\":\"0123456789abcdef0123456789abcdef\"}";
        broker.command("{\"version\":1,\"gateway\":\"izmir\",\"commands\":[" + line + "]}");
        broker.command(line.substring(0, line.length() - 5));

        link.start();

        for (int i = 0; i < 2; i++) {
            String parked = ((TextMessage) broker.parked()).getText();
            assertThat(parked).contains("x0123456789ab").doesNotContain("0123456789abcdef");
        }
    }

    @Test
    void parksABatchForAnotherGateway() throws Exception {
        broker.command("{\"version\":1,\"gateway\":\"manila\",\"commands\":[]}");

        link.start();

        assertThat(broker.parked().getStringProperty(Destinations.PROPERTY_REASON))
                .contains("manila");
    }

    @Test
    void sendsWhatWaitsBeforeItLeaves() throws Exception {
        link.start();
        connected();
        happens(1, 40);

        link.close();

        assertThat(outbox.size()).isZero();
        assertThat(kept(broker.all(40))).hasSize(40);
    }
}
