package io.polygator.app.reflection;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes classes tell the {@link Recorder} whose members they look for. Those of Java itself are left alone. */
final class CallSites implements ClassFileTransformer {
    private static final String CLASS = "java/lang/Class";
    private static final String RECORDER = "io/polygator/app/reflection/Recorder";
    private static final Set<String> ONE_MEMBER = Set.of(
            "getMethod",
            "getDeclaredMethod",
            "getField",
            "getDeclaredField",
            "getConstructor",
            "getDeclaredConstructor");
    private static final Set<String> ALL_MEMBERS = Set.of(
            "getMethods",
            "getDeclaredMethods",
            "getFields",
            "getDeclaredFields",
            "getConstructors",
            "getDeclaredConstructors",
            "getRecordComponents",
            "newInstance");

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] content) {
        if (loader == null || name == null || name.startsWith("io/polygator/app/reflection/")) {
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
            if (owner.equals(CLASS) && ONE_MEMBER.contains(name)) {
                String withReceiver = "(L" + CLASS + ";" + descriptor.substring(1);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDER, name, withReceiver, false);
                return;
            }
            if (owner.equals(CLASS) && ALL_MEMBERS.contains(name)) {
                super.visitInsn(Opcodes.DUP);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDER, "record", "(L" + CLASS + ";)V", false);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }
}
