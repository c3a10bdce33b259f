package io.polygator.app.reflection;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes classes tell the {@link Recorder} what they look for by name. Those of Java itself are left alone. */
final class CallSites implements ClassFileTransformer {
    private static final String RECORDER = "io/polygator/app/reflection/Recorder";
    private static final String RETURNS_A_CLASS = ")Ljava/lang/Class;";

    /** Calls that the recorder makes instead, by the class whose methods they are. */
    private static final Map<String, Set<String>> INSTEAD = Map.of(
            "java/lang/Class",
            Set.of(
                    "getMethod",
                    "getDeclaredMethod",
                    "getField",
                    "getDeclaredField",
                    "getConstructor",
                    "getDeclaredConstructor",
                    "getMethods",
                    "getDeclaredMethods",
                    "getFields",
                    "getDeclaredFields",
                    "getConstructors",
                    "getDeclaredConstructors",
                    "getRecordComponents",
                    "getResource",
                    "getResourceAsStream"),
            "java/lang/ClassLoader",
            Set.of("getResource", "getResourceAsStream", "getResources"),
            "java/lang/invoke/MethodHandles$Lookup",
            Set.of("findVirtual", "findStatic", "findConstructor", "findGetter", "findSetter", "findVarHandle"),
            "java/lang/reflect/Proxy",
            Set.of("newProxyInstance"),
            "java/util/ServiceLoader",
            Set.of("load"));

    /** Calls that go by the class they come from, so that only what they find is told. */
    private static final Map<String, Set<String>> AFTERWARDS =
            Map.of("java/lang/Class", Set.of("forName"), "java/lang/ClassLoader", Set.of("loadClass"));

    /** What Java makes for itself in loaders of its own, such as the accessors of methods that are called often. */
    private static final String OF_JAVA = "jdk/internal/";

    private static final String OWN = "io/polygator/app/reflection/";

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] content) {
        if (loader == null
                || loader == ClassLoader.getPlatformClassLoader()
                || name == null
                || name.startsWith(OF_JAVA)
                || name.startsWith(OWN)) {
            return null;
        }
        ClassReader reader = new ClassReader(content);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Methods(writer), 0);
        return writer.toByteArray();
    }

    private static final class Methods extends ClassVisitor {
        Methods(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
        }
    }

    private static final class Calls extends MethodVisitor {
        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            // a class loader that asks the one it extends is no caller
            boolean asks = opcode != Opcodes.INVOKESPECIAL;
            if (asks && INSTEAD.getOrDefault(owner, Set.of()).contains(name)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDER, name, ofStatic(opcode, owner, descriptor), false);
                return;
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (asks
                    && AFTERWARDS.getOrDefault(owner, Set.of()).contains(name)
                    && descriptor.endsWith(RETURNS_A_CLASS)) {
                super.visitInsn(Opcodes.DUP);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDER, "found", "(Ljava/lang/Class;)V", false);
            }
        }

        /** With the object that was asked as first parameter. */
        private static String ofStatic(int opcode, String owner, String descriptor) {
            return opcode == Opcodes.INVOKESTATIC ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
        }
    }
}
