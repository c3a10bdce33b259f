package io.polygator.gateway.account;

import io.polygator.gateway.account.AccountEntry.Given;
import io.polygator.gateway.account.AccountEntry.Shape;
import io.polygator.gateway.account.AccountEntry.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Takes the YAML apart into accounts and known fields with their lines. Every value stays the text that was written: no
 * number loses its plus or zeros, no {@code no} becomes false.
 */
final class AccountYaml {
    private static final String ROOT = "accounts";
    private static final String ROOT_REMEDY =
            "begin the file with \"accounts:\" and put each account below by its name";
    private static final int MOST_ACCOUNTS = 10_000;
    private static final int MOST_ELEMENTS = 10_000;

    private final Problems problems;

    AccountYaml(Problems problems) {
        this.problems = problems;
    }

    /** The accounts in the order of the file; what is wrong is among the problems. */
    List<AccountEntry> read(String text) {
        return compose(text).map(this::entries).orElse(List.of());
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel("accounts").build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(1, "", "", "the file is empty", ROOT_REMEDY);
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(
                    line,
                    "",
                    "",
                    "this is no YAML: " + e.getProblem(),
                    "look at the indentation, and put what begins with a special character in quotes");
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.add(1, "", "", "this is no YAML", "check the file with a YAML editor");
            return Optional.empty();
        }
    }

    private List<AccountEntry> entries(Node root) {
        List<AccountEntry> entries = new ArrayList<>();
        accounts(root).ifPresent(accounts -> {
            Map<String, Integer> lines = new HashMap<>();
            for (NodeTuple tuple : accounts.getValue()) {
                String id = name(tuple);
                Integer first = lines.putIfAbsent(id, line(tuple.getKeyNode()));
                if (first != null) {
                    problems.add(
                            line(tuple.getKeyNode()),
                            id,
                            "",
                            "the name is taken by the account in line " + first,
                            "give each account a name of its own");
                }
                entry(id, tuple).ifPresent(entries::add);
            }
        });
        return entries;
    }

    /** The one section of the file. */
    private Optional<MappingNode> accounts(Node root) {
        if (!(root instanceof MappingNode sections)) {
            problems.add(line(root), "", "", "the file has no section \"accounts\"", ROOT_REMEDY);
            return Optional.empty();
        }
        Optional<MappingNode> found = Optional.empty();
        boolean named = false;
        for (NodeTuple tuple : sections.getValue()) {
            if (!name(tuple).equals(ROOT)) {
                problems.add(line(tuple.getKeyNode()), "", name(tuple), "there is no such section", ROOT_REMEDY);
            } else if (named) {
                problems.add(line(tuple.getKeyNode()), "", ROOT, "the section is there twice", "join the two");
            } else {
                named = true;
                found = mapping(tuple.getValueNode());
            }
        }
        if (!named) {
            problems.add(line(root), "", "", "the file has no section \"accounts\"", ROOT_REMEDY);
        }
        return found;
    }

    private Optional<MappingNode> mapping(Node accounts) {
        if (!(accounts instanceof MappingNode mapping)) {
            problems.add(
                    line(accounts), "", ROOT, "holds no accounts", "put each account below by its name, or write {}");
            return Optional.empty();
        }
        if (mapping.getValue().size() > MOST_ACCOUNTS) {
            problems.add(
                    line(accounts), "", ROOT, "has more than " + MOST_ACCOUNTS + " accounts", "take some of them out");
            return Optional.empty();
        }
        return Optional.of(mapping);
    }

    private Optional<AccountEntry> entry(String id, NodeTuple tuple) {
        int line = line(tuple.getKeyNode());
        if (!(tuple.getValueNode() instanceof MappingNode section)) {
            problems.add(line, id, "", "has no fields", "put its fields below, indented");
            return Optional.empty();
        }
        Map<AccountField, Given> fields = new EnumMap<>(AccountField.class);
        collect(id, "", section, fields);
        return Optional.of(new AccountEntry(id, line, fields));
    }

    private void collect(String id, String prefix, MappingNode section, Map<AccountField, Given> fields) {
        for (NodeTuple tuple : section.getValue()) {
            String path = prefix + name(tuple);
            Optional<AccountField> field = AccountField.of(path);
            if (field.isPresent()) {
                Optional<Given> value = given(id, path, tuple);
                if (value.isPresent() && fields.putIfAbsent(field.get(), value.get()) != null) {
                    problems.add(line(tuple.getKeyNode()), id, path, "is there twice", "take one of the two out");
                }
            } else if (!AccountField.isSection(path)) {
                String nearest = AccountField.nearest(path).path();
                problems.add(
                        line(tuple.getKeyNode()),
                        id,
                        path,
                        "there is no such field",
                        "take it out, or did you mean " + nearest + "?");
            } else if (tuple.getValueNode() instanceof MappingNode below) {
                collect(id, path + ".", below, fields);
            } else {
                problems.add(line(tuple.getKeyNode()), id, path, "holds no fields", "put its fields below, indented");
            }
        }
    }

    private Optional<Given> given(String id, String path, NodeTuple tuple) {
        Node value = tuple.getValueNode();
        int line = line(tuple.getKeyNode());
        if (value instanceof ScalarNode scalar) {
            return Optional.of(new Given(line, List.of(text(scalar)), Shape.SINGLE));
        }
        boolean isListOfTexts = value instanceof SequenceNode list
                && list.getValue().size() <= MOST_ELEMENTS
                && list.getValue().stream().allMatch(ScalarNode.class::isInstance);
        if (!isListOfTexts) {
            problems.add(
                    line,
                    id,
                    path,
                    "is neither a value nor a list of values",
                    AccountField.of(path).orElseThrow().remedy());
            return Optional.empty();
        }
        List<Text> texts = ((SequenceNode) value)
                .getValue().stream().map(node -> text((ScalarNode) node)).toList();
        return Optional.of(new Given(line, texts, Shape.LIST));
    }

    private static Text text(ScalarNode scalar) {
        return new Text(line(scalar), scalar.getValue());
    }

    private static String name(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(no name)";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
