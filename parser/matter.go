package parser

func (p *page) matter() {}
