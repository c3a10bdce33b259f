package io.polygator.app.reflection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Called in place of Java's methods of the same names; writes down each thing once that was found by its name. What is not
 * found is not found by a native image either. Thread-safe.
 */
public final class Recorder {
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final StackWalker STACK = StackWalker.getInstance();
    /** Quarkus runs it when it builds a native image, where nothing needs to be registered. */
    private static final String AT_BUILD_TIME = "io.quarkus.runner.ApplicationImpl";

    private static volatile @Nullable OutputStream record;

    private Recorder() {}

    static void writeTo(OutputStream output) {
        record = output;
    }

    private static void write(Looked kind, String name) {
        OutputStream output = record;
        String line = kind + " " + name + "\n";
        if (output != null && !SEEN.contains(line) && !isAtBuildTime() && SEEN.add(line)) {
            try {
                output.write(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isAtBuildTime() {
        return STACK.walk(
                frames -> frames.anyMatch(frame -> frame.getClassName().equals(AT_BUILD_TIME)
                        && frame.getMethodName().equals("<clinit>")));
    }

    private static void write(Looked kind, Class<?> type) {
        if (!type.isPrimitive() && !type.isArray() && !type.isHidden()) {
            write(kind, type.getName());
        }
    }

    private static void write(Looked kind, Class<?> type, String member) {
        if (!type.isPrimitive() && !type.isArray() && !type.isHidden()) {
            write(kind, type.getName() + " " + member);
        }
    }

    /** By {@code Class.forName} or a class loader. */
    public static void found(Class<?> type) {
        write(Looked.CLASS, type);
    }

    public static Method getMethod(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        return found(type.getMethod(name, parameters));
    }

    public static Method getDeclaredMethod(Class<?> type, String name, Class<?>... parameters)
            throws NoSuchMethodException {
        return found(type.getDeclaredMethod(name, parameters));
    }

    private static Method found(Method method) {
        write(Looked.METHOD, method.getDeclaringClass(), method.getName());
        return method;
    }

    public static Field getField(Class<?> type, String name) throws NoSuchFieldException {
        return found(type.getField(name));
    }

    public static Field getDeclaredField(Class<?> type, String name) throws NoSuchFieldException {
        return found(type.getDeclaredField(name));
    }

    private static Field found(Field field) {
        write(Looked.FIELD, field.getDeclaringClass(), field.getName());
        return field;
    }

    public static <T> Constructor<T> getConstructor(Class<T> type, Class<?>... parameters)
            throws NoSuchMethodException {
        Constructor<T> constructor = type.getConstructor(parameters);
        write(Looked.CONSTRUCTOR, type);
        return constructor;
    }

    public static <T> Constructor<T> getDeclaredConstructor(Class<T> type, Class<?>... parameters)
            throws NoSuchMethodException {
        Constructor<T> constructor = type.getDeclaredConstructor(parameters);
        write(Looked.CONSTRUCTOR, type);
        return constructor;
    }

    public static Method[] getMethods(Class<?> type) {
        write(Looked.METHODS, type);
        return type.getMethods();
    }

    public static Method[] getDeclaredMethods(Class<?> type) {
        write(Looked.METHODS, type);
        return type.getDeclaredMethods();
    }

    public static Field[] getFields(Class<?> type) {
        write(Looked.FIELDS, type);
        return type.getFields();
    }

    public static Field[] getDeclaredFields(Class<?> type) {
        write(Looked.FIELDS, type);
        return type.getDeclaredFields();
    }

    public static Constructor<?>[] getConstructors(Class<?> type) {
        write(Looked.CONSTRUCTORS, type);
        return type.getConstructors();
    }

    public static Constructor<?>[] getDeclaredConstructors(Class<?> type) {
        write(Looked.CONSTRUCTORS, type);
        return type.getDeclaredConstructors();
    }

    public static RecordComponent @Nullable [] getRecordComponents(Class<?> type) {
        write(Looked.FIELDS, type);
        return type.getRecordComponents();
    }

    public static MethodHandle findVirtual(Lookup lookup, Class<?> type, String name, MethodType kind)
            throws NoSuchMethodException, IllegalAccessException {
        MethodHandle handle = lookup.findVirtual(type, name, kind);
        write(Looked.METHOD, type, name);
        return handle;
    }

    public static MethodHandle findStatic(Lookup lookup, Class<?> type, String name, MethodType kind)
            throws NoSuchMethodException, IllegalAccessException {
        MethodHandle handle = lookup.findStatic(type, name, kind);
        write(Looked.METHOD, type, name);
        return handle;
    }

    public static MethodHandle findConstructor(Lookup lookup, Class<?> type, MethodType kind)
            throws NoSuchMethodException, IllegalAccessException {
        MethodHandle handle = lookup.findConstructor(type, kind);
        write(Looked.CONSTRUCTOR, type);
        return handle;
    }

    public static MethodHandle findGetter(Lookup lookup, Class<?> type, String name, Class<?> of)
            throws NoSuchFieldException, IllegalAccessException {
        MethodHandle handle = lookup.findGetter(type, name, of);
        write(Looked.FIELD, type, name);
        return handle;
    }

    public static MethodHandle findSetter(Lookup lookup, Class<?> type, String name, Class<?> of)
            throws NoSuchFieldException, IllegalAccessException {
        MethodHandle handle = lookup.findSetter(type, name, of);
        write(Looked.FIELD, type, name);
        return handle;
    }

    public static VarHandle findVarHandle(Lookup lookup, Class<?> type, String name, Class<?> of)
            throws NoSuchFieldException, IllegalAccessException {
        VarHandle handle = lookup.findVarHandle(type, name, of);
        write(Looked.FIELD, type, name);
        return handle;
    }

    public static @Nullable URL getResource(Class<?> type, String name) {
        return found(absolute(type, name), type.getResource(name));
    }

    public static @Nullable InputStream getResourceAsStream(Class<?> type, String name) {
        return found(absolute(type, name), type.getResourceAsStream(name));
    }

    public static @Nullable URL getResource(ClassLoader loader, String name) {
        return found(name, loader.getResource(name));
    }

    public static @Nullable InputStream getResourceAsStream(ClassLoader loader, String name) {
        return found(name, loader.getResourceAsStream(name));
    }

    public static Enumeration<URL> getResources(ClassLoader loader, String name) throws IOException {
        Enumeration<URL> resources = loader.getResources(name);
        if (resources.hasMoreElements()) {
            write(Looked.RESOURCE, name);
        }
        return resources;
    }

    private static <T> @Nullable T found(String resource, @Nullable T content) {
        if (content != null) {
            write(Looked.RESOURCE, resource);
        }
        return content;
    }

    private static String absolute(Class<?> type, String name) {
        return name.startsWith("/") ? name.substring(1) : type.getPackageName().replace('.', '/') + "/" + name;
    }

    public static Object newProxyInstance(ClassLoader loader, Class<?>[] interfaces, InvocationHandler handler) {
        write(Looked.PROXY, Arrays.stream(interfaces).map(Class::getName).collect(Collectors.joining(" ")));
        return Proxy.newProxyInstance(loader, interfaces, handler);
    }

    public static <S> ServiceLoader<S> load(Class<S> service) {
        write(Looked.SERVICE, service);
        return ServiceLoader.load(service);
    }

    public static <S> ServiceLoader<S> load(Class<S> service, @Nullable ClassLoader loader) {
        write(Looked.SERVICE, service);
        return ServiceLoader.load(service, loader);
    }

    public static <S> ServiceLoader<S> load(ModuleLayer layer, Class<S> service) {
        write(Looked.SERVICE, service);
        return ServiceLoader.load(layer, service);
    }
}
