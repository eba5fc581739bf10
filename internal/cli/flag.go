package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// errNotOffered is the error of a flag that takes only some words; wordFlag
// lists them.
var errNotOffered = errors.New("not offered")

// Errors of flags whose value lacks a name; wordFlag words them.
var (
	errNoFile = errors.New("no file named")
	errNoRule = errors.New("no rule named")
)

// ruleNames is the flag --rule: names, with commas between them.
type ruleNames []string

// String implements pflag.Value.
func (r *ruleNames) String() string { return strings.Join(*r, ",") }

// Type implements pflag.Value.
func (r *ruleNames) Type() string { return "stringSlice" }

// Set implements pflag.Value.
func (r *ruleNames) Set(s string) error {
	names := strings.Split(s, ",")
	if slices.Contains(names, "") {
		return errNoRule
	}
	*r = append(*r, names...)
	return nil
}

// choice is a flag that takes one of a few words.
type choice struct {
	value string
	of    []string
}

// newChoice returns the flag, which is value unless given.
func newChoice(value string, of ...string) *choice { return &choice{value: value, of: of} }

// String implements pflag.Value.
func (c *choice) String() string { return c.value }

// Type implements pflag.Value; help shows it.
func (c *choice) Type() string { return strings.Join(c.of, "|") }

// Set implements pflag.Value.
func (c *choice) Set(s string) error {
	if !slices.Contains(c.of, s) {
		return errNotOffered
	}
	c.value = s
	return nil
}

func (c *choice) offers() []string { return c.of }

// offer adds a flag that takes one of a few words, and offers them to the
// shell.
func offer(cmd *cobra.Command, name, usage string, c *choice) {
	cmd.Flags().Var(c, name, usage)
	completeFlags(cmd, map[string][]string{name: c.of})
}

// completeRules offers the rules of the current folder for the flag rule.
func completeRules(cmd *cobra.Command, t *tool) {
	if err := cmd.RegisterFlagCompletionFunc("rule", t.completeRule); err != nil {
		panic(err) // as below
	}
}

// completeRule offers the rules of the current folder. Where its configuration
// is faulty it offers those that hold everywhere.
func (t *tool) completeRule(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	list, err := t.rulesHere()
	if err != nil {
		list = t.rules()
	}
	return namesOf(list), cobra.ShellCompDirectiveNoFileComp
}

// completeFlags offers the words of flags to the shell.
func completeFlags(cmd *cobra.Command, words map[string][]string) {
	for flag, offers := range words {
		// The only error is a flag that does not exist, which a test finds.
		if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(offers, cobra.ShellCompDirectiveNoFileComp)); err != nil {
			panic(err)
		}
	}
}
