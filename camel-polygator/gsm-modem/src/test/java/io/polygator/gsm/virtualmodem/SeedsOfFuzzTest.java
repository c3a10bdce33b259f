package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzz tests begin with is what programs really type; without it their regression would try nothing. */
class SeedsOfFuzzTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path SCRIPTS = RESOURCES.resolve("virtualmodem").resolve("clients");

    static Stream<Method> targets() {
        return Stream.of(AtServerFuzzTest.class, ModemPortFuzzTest.class)
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(FuzzTest.class));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void areTheScriptsOfPrograms(Method target) throws IOException {
        Class<?> test = target.getDeclaringClass();
        Path folder = RESOURCES
                .resolve(test.getPackageName().replace('.', '/'))
                .resolve(test.getSimpleName() + "Inputs")
                .resolve(target.getName());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                    .isEqualTo(typed(SCRIPTS.resolve(file.getFileName() + ".at"))));
        }
    }

    private static String typed(Path script) throws IOException {
        try (Stream<String> lines = Files.lines(script)) {
            return lines.filter(line -> line.startsWith("> "))
                    .map(line -> ClientTraceTest.unspelt(line.substring(2)))
                    .collect(Collectors.joining());
        }
    }
}
