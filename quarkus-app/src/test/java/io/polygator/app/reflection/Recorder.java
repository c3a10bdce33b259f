package io.polygator.app.reflection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Called in place of the methods of {@link Class} of the same name; writes each class down once. Thread-safe. */
public final class Recorder {
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static volatile @Nullable Path file;

    private Recorder() {}

    static void writeTo(Path path) {
        file = path;
    }

    /** Somebody asks for members of the class, all of a kind. */
    public static void record(Class<?> type) {
        Path path = file;
        if (path != null && SEEN.add(type.getName())) {
            try {
                Files.writeString(path, type.getName() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Method getMethod(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        record(type);
        return type.getMethod(name, parameters);
    }

    public static Method getDeclaredMethod(Class<?> type, String name, Class<?>... parameters)
            throws NoSuchMethodException {
        record(type);
        return type.getDeclaredMethod(name, parameters);
    }

    public static Field getField(Class<?> type, String name) throws NoSuchFieldException {
        record(type);
        return type.getField(name);
    }

    public static Field getDeclaredField(Class<?> type, String name) throws NoSuchFieldException {
        record(type);
        return type.getDeclaredField(name);
    }

    public static <T> Constructor<T> getConstructor(Class<T> type, Class<?>... parameters)
            throws NoSuchMethodException {
        record(type);
        return type.getConstructor(parameters);
    }

    public static <T> Constructor<T> getDeclaredConstructor(Class<T> type, Class<?>... parameters)
            throws NoSuchMethodException {
        record(type);
        return type.getDeclaredConstructor(parameters);
    }
}
