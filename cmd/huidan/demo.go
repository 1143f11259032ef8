package main

import (
	"context"
	"time"

	"huidan/internal/demo"
	"huidan/internal/server"
)

// seedDemo fills an empty house with the demo company, before it is opened:
// the demo's clock runs through the last year.
func seedDemo(ctx context.Context, c *console, common *Common) error {
	done, err := demo.Seed(ctx, common.door(), server.DemoPassword, time.Now())
	if done {
		c.say("cli.demo_seeded")
	}
	return err
}
