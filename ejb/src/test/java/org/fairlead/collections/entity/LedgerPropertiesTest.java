package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.entity.AllocationOrder.Allocation;
import org.fairlead.collections.entity.Bookkeeping.Slip;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;

/** What must hold for every debt's ledger, whatever happens to it (collections.md). */
class LedgerPropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    @Property(tries = 300)
    void whateverHappensTheBookBalancesAndNoBucketIsBelowZero(
            @ForAll long seed, @ForAll @IntRange(max = 60) int steps) {
        DebtBook book = new DebtBook("TRY");
        book.append(Bookkeeping.placed(slip(), balances(new Random(seed), "TRY")));

        live(book, new Random(seed), steps);

        Money all = Money.zero("TRY");
        for (Account account : Account.values()) {
            Money summed = book.postings().stream().map(p -> p.on(account)).reduce(Money.zero("TRY"), Money::plus);
            assertThat(book.balance(account)).isEqualTo(summed);
            all = all.plus(summed);
        }
        assertThat(all.isZero()).isTrue();
        assertThat(book.buckets().values()).noneMatch(Money::isNegative);
        assertThat(book.balance(Account.OVERPAID).isPositive()).isFalse();
    }

    @Property(tries = 200)
    void theSamePostingsAlwaysMakeTheSameBook(@ForAll long seed) {
        DebtBook book = new DebtBook("TRY");
        book.append(Bookkeeping.placed(slip(), balances(new Random(seed), "TRY")));
        live(book, new Random(seed), 30);

        DebtBook again = DebtBook.of("TRY", book.postings());

        assertThat(again.buckets()).isEqualTo(book.buckets());
        assertThat(again.postings()).isEqualTo(book.postings());
    }

    @Property(tries = 300)
    void aPaymentIsTheSumOfItsAllocationsInTheOrderOfTheData(
            @ForAll("orders") AllocationOrder order,
            @ForAll long seed,
            @ForAll @LongRange(min = 1, max = 2_000_000) long minor) {
        Map<Bucket, Money> owed = balances(new Random(seed), "EUR");
        Money payment = new Money(minor, "EUR");

        Allocation allocation = order.allocate(payment, owed);

        assertThat(allocation.allocated().plus(allocation.surplus())).isEqualTo(payment);
        boolean aLaterOneGotSome = false;
        for (int i = order.buckets().size() - 1; i >= 0; i--) {
            Bucket bucket = order.buckets().get(i);
            Money part = allocation.parts().getOrDefault(bucket, Money.zero("EUR"));
            Money balance = owed.getOrDefault(bucket, Money.zero("EUR"));
            assertThat(part).isLessThanOrEqualTo(balance);
            if (aLaterOneGotSome || allocation.surplus().isPositive()) {
                assertThat(part).isEqualTo(balance);
            }
            aLaterOneGotSome |= part.isPositive();
        }
    }

    @Property(tries = 200)
    void aReversalPutsEveryAccountBackToWhereItWas(
            @ForAll long seed, @ForAll @LongRange(min = 1, max = 900_000) long minor) {
        DebtBook book = new DebtBook("EUR");
        book.append(Bookkeeping.placed(slip(), balances(new Random(seed), "EUR")));
        Map<Bucket, Money> before = book.buckets();
        Posting payment = payment(book, minor);
        book.append(payment);

        book.append(payment.reversal(UUID.randomUUID(), DAY, AT, "elif", "returned by the bank"));

        assertThat(book.buckets()).isEqualTo(before);
        assertThat(book.balance(Account.COLLECTED).isZero()).isTrue();
        assertThat(book.balance(Account.OVERPAID).isZero()).isTrue();
    }

    @Test
    void aPostingIsReversedOnceOnlyAndByItsExactNegationOnly() {
        DebtBook book = placed(100_00);
        Posting payment = payment(book, 40_00);
        book.append(payment);
        Posting wrong = new Posting(
                UUID.randomUUID(),
                Posting.Kind.REVERSAL,
                DAY,
                AT,
                payment.id(),
                "elif",
                "half of it",
                List.of(
                        new Entry(Account.PRINCIPAL, new Money(20_00, "EUR")),
                        new Entry(Account.COLLECTED, new Money(-20_00, "EUR"))));

        assertThatThrownBy(() -> book.append(wrong)).isInstanceOf(Refused.class).hasMessage("ledger.not-the-negation");
        book.append(payment.reversal(UUID.randomUUID(), DAY, AT, "elif", "returned"));
        assertThatThrownBy(() -> book.append(payment.reversal(UUID.randomUUID(), DAY, AT, "elif", "returned again")))
                .isInstanceOf(Refused.class)
                .hasMessage("ledger.reversed-already");

        assertThat(book.owed()).isEqualTo(new Money(100_00, "EUR"));
        assertThat(book.postings()).hasSize(3);
    }

    @Test
    void whatWouldTakeABucketBelowZeroIsRefusedAndLeavesTheBookAsItWas() {
        DebtBook book = placed(100_00);
        Posting interest = Bookkeeping.interest(slip(), new Money(5_00, "EUR"));
        book.append(interest);
        book.append(payment(book, 105_00));

        assertThatThrownBy(() -> book.append(interest.reversal(UUID.randomUUID(), DAY, AT, "bora", "wrong rate")))
                .isInstanceOf(Refused.class)
                .hasMessage("ledger.below-zero");

        assertThat(book.owed().isZero()).isTrue();
        assertThat(book.postings()).hasSize(3);
    }

    @Test
    void whatIsPaidBeyondTheDebtIsOwedBackAndNoMoreThanThatIsRefunded() {
        DebtBook book = placed(100_00);

        book.append(payment(book, 130_00));

        assertThat(book.balance(Account.OVERPAID)).isEqualTo(new Money(-30_00, "EUR"));
        assertThatThrownBy(() -> book.append(Bookkeeping.refund(slip(), new Money(30_01, "EUR"))))
                .hasMessage("ledger.below-zero");
        book.append(Bookkeeping.refund(slip(), new Money(30_00, "EUR")));
        assertThat(book.balance(Account.OVERPAID).isZero()).isTrue();
    }

    @Test
    void anotherCurrencyNeverEntersABook() {
        DebtBook book = placed(100_00);

        assertThatThrownBy(() -> book.append(Bookkeeping.interest(slip(), new Money(1_00, "USD"))))
                .isInstanceOf(Refused.class)
                .hasMessage("ledger.currency");
        assertThatThrownBy(() -> new Money(1, "EUR").plus(new Money(1, "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void germanConsumerCreditPaysPrincipalBeforeInterest() {
        Map<Bucket, Money> owed = Map.of(
                Bucket.COSTS, new Money(10_00, "EUR"),
                Bucket.INTEREST, new Money(50_00, "EUR"),
                Bucket.PRINCIPAL, new Money(200_00, "EUR"));

        Map<Bucket, Money> usual =
                AllocationOrder.USUAL.allocate(new Money(100_00, "EUR"), owed).parts();
        Map<Bucket, Money> german = AllocationOrder.GERMAN_CONSUMER_CREDIT
                .allocate(new Money(100_00, "EUR"), owed)
                .parts();

        assertThat(usual)
                .isEqualTo(Map.of(
                        Bucket.COSTS, new Money(10_00, "EUR"),
                        Bucket.INTEREST, new Money(50_00, "EUR"),
                        Bucket.PRINCIPAL, new Money(40_00, "EUR")));
        assertThat(german)
                .isEqualTo(Map.of(Bucket.COSTS, new Money(10_00, "EUR"), Bucket.PRINCIPAL, new Money(90_00, "EUR")));
    }

    @Provide
    Arbitrary<AllocationOrder> orders() {
        return Arbitraries.shuffle(Bucket.values()).map(AllocationOrder::new);
    }

    /** Random steps; those that a book must refuse are tried as well and must leave it whole. */
    private static void live(DebtBook book, Random random, int steps) {
        for (int i = 0; i < steps; i++) {
            Money amount = new Money(1 + random.nextInt(60_000), book.currency());
            int before = book.postings().size();
            try {
                book.append(step(book, random, amount));
            } catch (Refused refused) {
                assertThat(book.postings()).hasSize(before);
            }
        }
    }

    private static Posting step(DebtBook book, Random random, Money amount) {
        return switch (random.nextInt(6)) {
            case 0 -> Bookkeeping.interest(slip(), amount);
            case 1 -> Bookkeeping.charge(slip(), random.nextBoolean() ? Bucket.FEES : Bucket.COSTS, amount);
            case 2 -> Bookkeeping.refund(slip(), amount);
            case 3 -> random.nextInt(10) == 0 ? Bookkeeping.givenUp(slip(), book) : payment(book, amount.minor());
            case 4 -> payment(book, amount.minor());
            default -> book.postings()
                    .get(random.nextInt(book.postings().size()))
                    .reversal(UUID.randomUUID(), DAY, AT, "test", "by chance");
        };
    }

    private static Map<Bucket, Money> balances(Random random, String currency) {
        Map<Bucket, Money> balances = new EnumMap<>(Bucket.class);
        List<Bucket> some = new ArrayList<>(List.of(Bucket.values()));
        some.removeIf(bucket -> bucket != Bucket.PRINCIPAL && random.nextBoolean());
        some.forEach(bucket -> balances.put(bucket, new Money(1 + random.nextInt(500_000), currency)));
        return balances;
    }

    private static DebtBook placed(long minor) {
        DebtBook book = new DebtBook("EUR");
        book.append(Bookkeeping.placed(slip(), Map.of(Bucket.PRINCIPAL, new Money(minor, "EUR"))));
        return book;
    }

    private static Posting payment(DebtBook book, long minor) {
        Money amount = new Money(minor, book.currency());
        return Bookkeeping.payment(slip(), AllocationOrder.USUAL.allocate(amount, book.buckets()));
    }

    private static Slip slip() {
        return new Slip(UUID.randomUUID(), DAY, AT, "test", "a test");
    }
}
