package org.fairlead.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document says what the code does: the same paths, parameters and fields. */
class ApiDescriptionTest {

    private static final List<Class<?>> RESOURCES =
            List.of(IntegrationResource.class, IntegrationListsResource.class, ApiDescriptionResource.class);

    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        document = new ObjectMapper().readTree(new ApiDescriptionResource().description());
    }

    @Test
    void describesEveryPathWithItsParametersAndNoOther() {
        TreeMap<String, Set<String>> described = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    Set<String> names = new TreeSet<>();
                    verb.getValue()
                            .path("parameters")
                            .forEach(one -> names.add(one.path("name").asText()));
                    described.put(verb.getKey() + " " + path.getKey(), names);
                }));

        TreeMap<String, Set<String>> served = new TreeMap<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                String verb = method.isAnnotationPresent(GET.class)
                        ? "get"
                        : method.isAnnotationPresent(POST.class) ? "post" : "";
                if (!verb.isEmpty()) {
                    served.put(verb + " " + path(resource, method), parameters(method));
                }
            }
        }

        assertThat(described).isEqualTo(served);
    }

    @Test
    void describesEveryFieldOfEveryAnswer() {
        List<String> differences = new ArrayList<>();
        Stream<Class<?>> answers =
                Stream.concat(Arrays.stream(IntegrationViews.class.getDeclaredClasses()), Stream.of(Fault.class));

        answers.filter(type -> type != IntegrationViews.Page.class).forEach(type -> {
            JsonNode schema = document.path("components").path("schemas").path(type.getSimpleName());
            Set<String> described = new TreeSet<>();
            schema.path("properties").fieldNames().forEachRemaining(described::add);
            Set<String> written = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!described.equals(written)) {
                differences.add(type.getSimpleName() + ": " + described + " is not " + written);
            }
        });

        assertThat(differences).isEmpty();
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> Stream.of(
                        parameter.isAnnotationPresent(PathParam.class)
                                ? parameter.getAnnotation(PathParam.class).value()
                                : "",
                        parameter.isAnnotationPresent(QueryParam.class)
                                ? parameter.getAnnotation(QueryParam.class).value()
                                : ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
