package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"

	"huidan/internal/lang"
)

// prefix of the environment variables.
const prefix = "HUIDAN"

// languageOf gives the language of the console: HUIDAN_LANG, else what the
// machine is set to, else Chinese.
func languageOf(environment []string) lang.Language {
	for _, name := range []string{"HUIDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		for _, pair := range environment {
			if key, value, _ := strings.Cut(pair, "="); key == name && value != "" && value != "C" && value != "C.UTF-8" && value != "POSIX" {
				return lang.Of(value)
			}
		}
	}
	return lang.ZH
}

func newParser(c *console, target *commands, exit func(int)) (*kong.Kong, error) {
	file := &configFile{}
	return kong.New(target,
		kong.Name("huidan"), kong.Description("cli.huidan"), kong.Writers(c.out, c.err), kong.Exit(exit),
		kong.DefaultEnvars(prefix), kong.Help(c.help), kong.Resolvers(file),
		kong.WithBeforeResolve(func(ctx *kong.Context) error { return file.load(ctx) }),
	)
}

// help prints a command in the language of the console.
func (c *console) help(_ kong.HelpOptions, ctx *kong.Context) error {
	node := ctx.Model.Node
	if selected := ctx.Selected(); selected != nil {
		node = selected
	}
	c.say(node.Help)
	fmt.Fprintf(c.out, "\n%s huidan %s\n", c.text("cli.usage"), strings.TrimSpace(node.Summary()))
	c.list("cli.arguments", len(node.Positional), func(w io.Writer) {
		for _, p := range node.Positional {
			fmt.Fprintf(w, "  %s\t%s\n", p.Summary(), c.text(p.Help))
		}
	})
	c.list("cli.commands", len(node.Children), func(w io.Writer) {
		for _, leaf := range node.Leaves(true) {
			fmt.Fprintf(w, "  %s\t%s\n", strings.TrimPrefix(leaf.Path(), "huidan "), c.text(leaf.Help))
		}
	})
	flags := slices.Concat(node.AllFlags(true)...)
	c.list("cli.options", len(flags), func(w io.Writer) { c.flags(w, flags) })
	if node == ctx.Model.Node {
		fmt.Fprintf(c.out, "\n%s\n", c.text("cli.exit_codes"))
	}
	return nil
}

func (c *console) list(heading string, n int, rows func(io.Writer)) {
	if n == 0 {
		return
	}
	fmt.Fprintf(c.out, "\n%s\n", c.text(heading))
	w := tabwriter.NewWriter(c.out, 0, 4, 2, ' ', 0)
	rows(w)
	w.Flush()
}

func (c *console) flags(w io.Writer, flags []*kong.Flag) {
	for _, f := range flags {
		if f.Name == "help" {
			fmt.Fprintf(w, "  -h, --help\t%s\n", c.text("cli.option.help"))
			continue
		}
		notes := []string{c.text(f.Help)}
		if f.Default != "" {
			notes = append(notes, c.text("cli.default", "value", f.Default))
		}
		if len(f.Envs) > 0 {
			notes = append(notes, f.Envs[0])
		}
		fmt.Fprintf(w, "  %s\t%s\n", f.String(), strings.Join(notes, " · "))
	}
}

// everyFlag walks all options once, by name.
func everyFlag(model *kong.Application) []*kong.Flag {
	var flags []*kong.Flag
	var walk func(*kong.Node)
	walk = func(n *kong.Node) {
		for _, f := range n.Flags {
			known := slices.ContainsFunc(flags, func(one *kong.Flag) bool { return one.Name == f.Name })
			if f.Name != "help" && !known {
				flags = append(flags, f)
			}
		}
		for _, child := range n.Children {
			walk(child)
		}
	}
	walk(model.Node)
	return flags
}

// notOptions are variables of this name that others read: the language of the
// console, and what the tests hand to their tools.
var notOptions = []string{"HUIDAN_LANG", "HUIDAN_SOAK", "HUIDAN_URL"}

// checkEnvironment refuses a HUIDAN_ variable that no option reads: a mistyped
// one would otherwise be silently without effect.
func checkEnvironment(model *kong.Application, environment []string) error {
	known := slices.Clone(notOptions)
	for _, f := range everyFlag(model) {
		known = append(known, f.Envs...)
	}
	for _, pair := range environment {
		name, _, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, prefix+"_") && !slices.Contains(known, name) {
			return usage{fmt.Errorf("%s?", name)}
		}
	}
	return nil
}

// configFile gives options from a JSON file of the names of options:
// {"listen": ":8080", "data": "/var/lib/huidan"}. The command line and the
// environment win over it.
type configFile struct{ values map[string]any }

// load reads the file named by --config or HUIDAN_CONFIG.
func (f *configFile) load(ctx *kong.Context) error {
	path := ""
	for _, flag := range ctx.Flags() {
		if flag.Name == "config" {
			path, _ = ctx.FlagValue(flag).(string)
			if path == "" {
				path = os.Getenv(prefix + "_CONFIG")
			}
		}
	}
	if path == "" {
		return nil
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, &f.values); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for key := range f.values {
		if !slices.ContainsFunc(everyFlag(ctx.Model), func(one *kong.Flag) bool { return one.Name == key && key != "config" }) {
			return fmt.Errorf("%s: %s?", path, key)
		}
	}
	return nil
}

// Validate is part of kong's Resolver; load has checked the keys.
func (f *configFile) Validate(*kong.Application) error { return nil }

// Resolve gives the value of an option.
func (f *configFile) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	value, ok := f.values[flag.Name]
	if !ok {
		return nil, nil
	}
	return value, nil
}
