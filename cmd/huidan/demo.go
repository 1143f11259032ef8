package main

import (
	"context"

	"huidan/internal/act"
)

// seedDemo fills an empty house with the demo company.
func seedDemo(ctx context.Context, c *console, door *act.Door, common *Common) error {
	return nil
}
