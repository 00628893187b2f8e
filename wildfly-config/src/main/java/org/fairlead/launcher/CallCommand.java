package org.fairlead.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.launcher.postgres.DemoCaller;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Rings a number through the simulator, as a customer would. */
@Command(name = "call", mixinStandardHelpOptions = true, sortOptions = false)
final class CallCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "+NUMBER")
    @SuppressWarnings("NullAway.Init")
    private String dialled;

    @Option(names = "--from", paramLabel = "+NUMBER")
    private @Nullable String from;

    @Option(names = "--hang-up-after", paramLabel = "TIME", converter = Seconds.class)
    private @Nullable Duration hangUpAfter;

    @Option(names = "--keys", paramLabel = "KEYS")
    private @Nullable String keys;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = RunningStack.find(Here.state());
        ObjectNode order = JSON.createObjectNode().put("dialled", dialled);
        String caller = from == null ? knownCustomer(stack) : from;
        if (caller != null) {
            order.put("from", caller);
        }
        if (hangUpAfter != null) {
            order.put("hangUpAfterSeconds", hangUpAfter.toMillis() / 1000.0);
        }
        if (keys != null) {
            order.put("keys", keys);
        }
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.url("control") + "calls"))
                                .header("Authorization", "Bearer " + stack.secret("gateway-control"))
                                .header("Content-Type", "application/json")
                                .timeout(Duration.ofSeconds(10))
                                .POST(HttpRequest.BodyPublishers.ofString(order.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new StartFailure(Words.of("call.refused", reason(answer.body())), Words.of("call.refused.advice"));
        }
        warnOfNobodys(stack, out);
        out.println(Words.of(
                "call.rings", dialled, JSON.readTree(answer.body()).path("call").asText()));
        return 0;
    }

    private void warnOfNobodys(RunningStack stack, PrintWriter out) throws IOException, SQLException {
        try (Connection engine = engine(stack)) {
            List<String> numbers = DemoCaller.insteadOf(engine, dialled);
            if (!numbers.isEmpty()) {
                out.println(Words.of("call.nobodys", dialled, String.join(", ", numbers)));
            }
        }
    }

    private static Connection engine(RunningStack stack) throws IOException, SQLException {
        return DriverManager.getConnection(
                stack.url("database"), DatabaseRole.ENGINE.role(), stack.secret("db-engine"));
    }

    private @Nullable String knownCustomer(RunningStack stack) throws IOException, SQLException {
        try (Connection engine = engine(stack)) {
            return DemoCaller.of(engine, dialled).orElse(null);
        }
    }

    private static String reason(String body) {
        try {
            return JSON.readTree(body).path("error").asText(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return body;
        }
    }

    /** A time such as 20s, 2m, 1m30s. */
    static final class Seconds implements ITypeConverter<Duration> {

        private static final Pattern FORM = Pattern.compile("(?:(\\d+)m)?(?:(\\d+)s?)?");

        @Override
        public Duration convert(String text) {
            Matcher form = FORM.matcher(text);
            if (text.isEmpty() || !form.matches()) {
                throw new TypeConversionException(Words.of("time.form", text));
            }
            return Duration.ofMinutes(number(form.group(1))).plusSeconds(number(form.group(2)));
        }

        private static long number(@Nullable String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }
    }
}
